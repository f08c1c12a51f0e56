import { unseen } from '../pool/unseen.ts';

/**
 * What JSON leaves as it is and a reader of text may not: control characters above the first 32, which a terminal obeys,
 * and what isn't seen; line and paragraph separators; and two characters that SQS refuses in a message
 * (SendMessage, Amazon SQS API reference).
 */
export const live = new RegExp(String.raw`[\u007f-\u009f\u2028\u2029\ufffe\uffff${unseen}]`, 'gv');

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');

/** A value as JSON, the same value for every parser, in which no character has a power of its own. */
export const inertJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, undefined, indent).replace(live, escaped);
