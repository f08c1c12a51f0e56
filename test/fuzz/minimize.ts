/** Milliseconds of the clock: a shorter text is for whoever reads it, and not worth more. */
const patience = 60_000;

/**
 * Takes away parts of a text, large ones first, so long as it still breaks what it broke.
 * @param stillBreaks whether a text does
 */
export const minimize = async (
  text: string,
  stillBreaks: (shorter: string) => Promise<boolean>,
): Promise<string> => {
  const end = performance.now() + patience;
  let shortest = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < shortest.length && performance.now() < end; ) {
      const shorter = (shortest.slice(0, at) + shortest.slice(at + size)).toWellFormed();
      if (await stillBreaks(shorter)) shortest = shorter;
      else at += size;
    }
  return shortest;
};
