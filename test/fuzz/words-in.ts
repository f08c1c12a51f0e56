/** How many names are put into texts; more would only make the rare ones rarer. */
const mostWords = 4000;

/** Names and values in texts, each once: what is meant by them is worth trying elsewhere. */
export const wordsIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => text.match(/[\w$:./{}-]{2,80}/g) ?? []))].slice(0, mostWords);
