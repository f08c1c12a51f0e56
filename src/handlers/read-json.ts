/** JSON from a message body; undefined where it isn't any, so that the parser says what is wrong with it. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
