import { type Document, type LineCounter, parseDocument } from 'yaml';

/**
 * Reads YAML 1.2. Its errors have no stack, since a broken file can have tens of thousands; repeated keys are left to whoever
 * walks through it, since the parser's own search for them takes time by the square of their number.
 * @returns undefined where it is nested too deeply to be read
 */
export const yamlDocument = (
  text: string,
  options: { readonly lineCounter: LineCounter; readonly stringKeys?: boolean },
): Document.Parsed | undefined => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false, ...options });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};
