import { junit } from './junit.ts';
import type { Listing } from './listing.ts';
import { listingJson } from './listing-json.ts';
import { listingText } from './listing-text.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';

/** In which forms a listing can be had. */
export const listingFormats = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;

export type ListingFormat = (typeof listingFormats)[number];

/** True where a form has a line for each rule that holds. */
export const keepsCompliant = (format: ListingFormat): boolean => format === 'junit';

/** A listing in a form. Pure. @param version of Lifeguard, for forms that name who made them */
export const formatted = (listing: Listing, format: ListingFormat, version: string): string => {
  switch (format) {
    case 'text':
      return listingText(listing);
    case 'json':
      return listingJson(listing, version);
    case 'sarif':
      return sarif(listing, version);
    case 'junit':
      return junit(listing);
    case 'markdown':
      return markdown(listing);
  }
};
