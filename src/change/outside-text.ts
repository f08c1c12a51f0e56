/** CloudTrail itself cuts long members; this only bounds what somebody else's event could bring. */
const limit = 2048;

/**
 * A string from an event, cut at 2,048 UTF-16 units and free of lone surrogates.
 * @returns undefined for anything that isn't a string, and for the empty string
 */
export const outsideText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, limit).toWellFormed() : undefined;
