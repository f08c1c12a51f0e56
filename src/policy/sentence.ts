/** Ends a message with a full stop, unless it ends with a question. */
export const sentence = (text: string): string => (text.endsWith('?') ? text : `${text}.`);
