import { chatLines } from './chat-lines.ts';
import { chatWords } from './chat-words.ts';
import { linesWithin } from './lines-within.ts';
import type { Listing } from './listing.ts';

/** What stands after the title of a listed thing, and between its lines. */
interface Layout {
  readonly afterTitle: string;
  readonly between: string;
}

/**
 * What a notice lists as chat markup, whole things as long as they have room, then how many were left out.
 * @param room in UTF-16 units
 * @returns nothing for a notice that lists nothing
 */
export const chatListing = (
  listing: Listing | undefined,
  room: number,
  { afterTitle, between }: Layout,
): readonly string[] =>
  listing === undefined
    ? []
    : linesWithin(
        listing.blocks.map(({ title, lines }) => {
          const shown = chatLines(lines, { each: 200, all: 500 });
          return `• ${chatWords(title, 150)}${afterTitle}${shown.join(between)}`;
        }),
        room,
        listing.noun,
        listing.omitted,
      );
