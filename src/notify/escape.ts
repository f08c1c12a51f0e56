import { unseen } from '../pool/unseen.ts';

const hidden = new RegExp(unseen, 'gv');

/**
 * Takes the power out of text from outside, for every channel: control characters and line ends become
 * spaces; characters that are invisible or turn the reading direction are dropped (the trojan-source set among them); lone surrogates become U+FFFD. What is left is one line.
 */
export const oneLine = (text: string): string => {
  const line = text
    .toWellFormed()
    .replace(hidden, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .trim();
  return line === '' ? '(blank)' : line;
};

const lengthInMark = /… \(cut, ([\d,]{1,20}) characters\)$/;

/** The length that text had before it was cut, as the mark at its end says; undefined where it has none. */
export const lengthBeforeCut = (text: string): number | undefined => {
  const length = Number(lengthInMark.exec(text)?.[1]?.replaceAll(',', ''));
  return length > text.length ? length : undefined;
};

/** What was cut before is as long as it was then. */
const cutMark = (text: string): string => {
  const length = lengthBeforeCut(text) ?? text.length;
  return `… (cut, ${length.toLocaleString('en-US')} characters)`;
};

/**
 * Cuts text to a number of UTF-16 units, between code points, and says so with its whole length.
 * @param mark what stands at the cut; it is left out where the limit has no room for it
 */
export const cutTo = (text: string, limit: number, mark: string = cutMark(text)): string => {
  if (text.length <= limit) return text;
  const room = Math.max(0, limit - mark.length);
  const kept = text.slice(0, room);
  const whole = /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
  return `${whole}${limit >= mark.length ? mark : ''}`;
};

/** For plain-text mail: an address in it is broken, so that no mail program makes a link of it. */
export const forEmail = (text: string, limit: number): string =>
  cutTo(oneLine(text), limit).replace(/:\/\//g, '[:]//').replace(/www\./gi, 'www[.]');

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes the three characters that Slack's markup gives a meaning. Source: Slack, formatting message text. */
const entity = (text: string): string => text.replace(/[&<>]/g, (character) => entities[character] ?? '');

/** Cuts before escaping, as often as the escaped text is over the limit: an entity is never cut in two. */
const escapedWithin = (text: string, limit: number, escaped: (text: string) => string): string => {
  let room = limit;
  let result = escaped(cutTo(text, room));
  while (result.length > limit && room > 0) {
    room -= Math.max(1, Math.floor((result.length - limit) / 5));
    result = escaped(cutTo(text, room));
  }
  return result;
};

/**
 * A value for chat, as a code span: mentions, links and emphasis mean nothing inside one. Backticks would
 * end it and have no escape, so they become apostrophes.
 */
export const chatValue = (text: string, limit: number): string =>
  `\`${escapedWithin(oneLine(text).replaceAll('`', "'"), limit - 2, entity)}\``;

/** An address in it is broken, and so is a mention: nothing is linked and nobody is notified. */
const unlinked = (text: string): string =>
  text.replace(/@/g, '(at)').replace(/:\/\//g, '[:]//').replace(/www\./gi, 'www[.]');

/**
 * A sentence from outside for chat. Emphasis characters have no escape and are dropped, underscores only
 * where they could open or close, and so is what would begin a quotation; an @ and an address are broken; a
 * word with what could be the name of an emoji between two colons is shown as code, an ARN among them.
 */
export const chatProse = (text: string, limit: number): string =>
  escapedWithin(oneLine(text), limit, (kept) =>
    entity(
      unlinked(
        kept
          .replaceAll('`', "'")
          .replace(/[*~]/g, '')
          .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
          .replace(/^[\s>]+/, ''),
      ),
    ).replace(/\S*:[^\s:]+:\S*/g, (word) => `\`${word}\``),
  );

/**
 * Text from outside where chat shows text as it is. The three characters are escaped there too: Slack asks it of
 * every text object, and shows them as they were.
 */
export const chatPlain = (text: string, limit: number): string =>
  escapedWithin(oneLine(text), limit, (kept) => entity(unlinked(kept)));
