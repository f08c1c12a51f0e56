import { inertJson } from '../../notify/inert-json.ts';
import type { Listing } from './listing.ts';

/** A listing as JSON. Its schema: docs/verdicts.schema.json. */
export const listingJson = ({ subjects, counts, verdicts, unreached }: Listing, version: string): string =>
  inertJson(
    { schema: 'cognito-lifeguard/verdicts/1', lifeguard: version, subjects, counts, verdicts, unreached },
    2,
  );
