/** A word as a shell takes it: quotes keep spaces in it. */
const word = `(?:"[^"]*"|'[^']*'|[^ "'])+`;

/** What only a command has: an option with its value, or a word that is no word of a sentence. */
const argument = `(?:--[\\w-]+(?:=${word})?(?: (?!--)${word})?|(?=[^ ]*[\\d_=/"'<]|[A-Z]{2})${word})`;

const program =
  '(?:npx )?(?:lifeguard [a-z-]+(?: reset)?|serverless [a-z]+)' +
  String.raw`|(?:\S*/)?node \S*/lifeguard\.mjs [a-z-]+(?: reset)?` +
  String.raw`|aws [a-z\d-]+ [a-z\d]+(?:-[a-z\d]+)+|export(?= \w+=)`;

/** A command in a text, from its program on, as far as words can only be part of it. */
const command = new RegExp(`(?<![\\w-])(?:${program})(?: ${argument})*`, 'g');

/** Stands for a space that is no place to break a line: Unicode keeps it for a program's inner use. */
export const bond = '\uFDD0';

/** The text, without colour codes, with every command in it made one word: a line break would spoil it for whoever copies it. */
export const bonded = (text: string): string => text.replace(command, (whole) => whole.replaceAll(' ', bond));
