import { oneLine } from './escape.ts';
import type { Notice } from './notice.ts';
import { severityMark } from './severity-mark.ts';
import { showWords } from './words.ts';

const longest = 100;

/** Printable ASCII only; letters lose their accents, everything else that has no ASCII form is dropped. */
const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/ +/g, ' ')
    .trim();

const cutAtWord = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 3);
  const space = kept.lastIndexOf(' ');
  const whole = space > limit / 2 ? kept.slice(0, space) : kept;
  return `${whole.replace(/,?(?: set)? by$/, '')}...`;
};

/** `(unprintable)` stands for a name of which ASCII keeps nothing. */
const value = (text: string): string => {
  const kept = ascii(oneLine(text));
  return kept === '' ? '(unprintable)' : cutAtWord(kept, 32);
};

/**
 * The subject of a notice: 1 to 100 printable ASCII characters that don't begin with a space, whatever the
 * pool is called. SNS refuses a whole message for a subject that is longer or has control characters.
 * Source: Publish, Amazon SNS API reference.
 */
export const subjectOf = (notice: Notice): string => {
  const headline = showWords(notice.headline, (outside) => value(outside.text));
  return cutAtWord(ascii(`${severityMark(notice)} ${headline}`), longest);
};
