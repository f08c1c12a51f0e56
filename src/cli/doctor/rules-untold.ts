import { type Check, unknown } from './check.ts';

/** Nobody can tell how the rules should stand. */
export const rulesUntold = (name: string): Check =>
  unknown(
    name,
    'What the rules were deployed as is not told, or not as this version reads it.',
    'Deploy again with this version.',
  );
