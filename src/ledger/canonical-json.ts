import { isMembers } from './stored-forms.ts';

/**
 * A value as JSON with its members sorted: the same value is the same text on every machine. Sets hold such texts, and
 * who takes one out must have it to the letter. Compressed bytes wouldn't do: they depend on the machine's zlib.
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    isMembers(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  );
