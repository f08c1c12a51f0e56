import { partition } from '@aws-sdk/core/client';

/** True for a Region that this version's SDK knows: it has a description. AWS may have more by now. */
export const isKnownRegion = (name: string): boolean => 'description' in partition(name);

const areas = ['af', 'ap', 'ca', 'cn', 'eu', 'eusc-de', 'il', 'me', 'mx', 'sa', 'us', 'us-gov'];

const parts = [
  'central',
  'east',
  'north',
  'northeast',
  'northwest',
  'south',
  'southeast',
  'southwest',
  'west',
];

/** The Regions that the SDK knows. It says of a name whether it knows it, and lists none. */
export const knownRegions = (): readonly string[] =>
  areas
    .flatMap((area) =>
      parts.flatMap((part) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${area}-${part}-${n}`)),
    )
    .filter(isKnownRegion);
