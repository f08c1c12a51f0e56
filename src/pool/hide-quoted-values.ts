const hidden = '(hidden)';

/** A validation error as Cognito words it: `Value 'x' at 'smsConfiguration.externalId' failed to satisfy constraint: …`. */
const refusedValue = /\bValue '.*?'(?= at '[\w.[\]-]+' failed to satisfy )/gs;

/** What else stands in quotes, up to the end where none closes them; an apostrophe inside a word is no quote. */
const quoted = /(?<!\w)(['"])(.*?)(?:\1(?!\w)|$)/gs;

/** The member that a message is about, which AWS quotes too. */
const namedMember = /\bat $/;

/**
 * An AWS error's message without the values that it quotes: what AWS refuses it repeats, the SMS external id too.
 * Quoted names of members after `at` stay, as does everything outside quotes.
 */
export const hideQuotedValues = (message: string): string =>
  message
    .replace(refusedValue, `Value ${hidden}`)
    .replace(quoted, (whole: string, _mark: string, content: string, at: number, text: string) =>
      namedMember.test(text.slice(0, at)) && /^[\w.[\]-]+$/.test(content) ? whole : hidden,
    );
