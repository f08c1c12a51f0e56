import type { z } from 'zod';
import { didYouMean } from '../../policy/nearest-name.ts';
import { isJsonObject } from '../../pool/json.ts';

/** A place inside JSON: member names and indices, from the outside in. */
type Path = readonly PropertyKey[];

/** `findings[0].severity`, as one would write it in JavaScript; empty for the whole. */
const shownPath = (path: Path): string =>
  path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    const name = String(step);
    if (!/^[\w$]+$/.test(name)) return `${shown}[${JSON.stringify(name)}]`;
    return shown === '' ? name : `${shown}.${name}`;
  }, '');

const kinds: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const formats: { readonly [format: string]: string } = {
  datetime: 'a time such as 2026-11-23T09:14:07Z',
  date: 'a day such as 2026-11-23',
};

/** Longest part of a file that a message repeats. */
const longestQuote = 60;

const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
};

/** More choices than these, such as the names of all settings, are not listed. */
const mostChoices = 12;

const oneOf = (input: unknown, choices: readonly string[]): string => {
  const hint = typeof input === 'string' && input.length <= longestQuote ? didYouMean(input, choices) : '';
  const listed = choices.length > mostChoices ? '' : `; must be one of ${choices.join(', ')}`;
  const known = hint === '' ? listed : hint;
  return input === undefined ? `is missing${known}` : `${quoted(input)} is not known here${known}`;
};

/** What stands at the member that tells the forms of a union apart; `input` is all that has it. */
const discriminating = (input: unknown, member: string | undefined): unknown =>
  isJsonObject(input) && member !== undefined && Object.hasOwn(input, member) ? input[member] : undefined;

const said = (issue: z.core.$ZodIssue): string => {
  const { input } = issue;
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return oneOf(discriminating(input, issue.discriminator), issue.options.map(String));
  if (input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}, not ${quoted(input)}`;
    case 'invalid_value':
      return oneOf(input, issue.values.map(String));
    case 'invalid_union':
      return `${quoted(input)} has a form that is not known here`;
    case 'invalid_format':
      return `must be ${formats[issue.format] ?? issue.format}, not ${quoted(input)}`;
    default:
      return `${quoted(input)} is not allowed here`;
  }
};

/**
 * Every way in which JSON isn't of a schema's form, as `path: what is wrong`.
 * @param error of a parse with `reportInput`, without which nothing can be quoted
 * @param at where in its file the JSON stands
 */
export const memberMistakes = (error: z.ZodError, at: Path): readonly string[] =>
  error.issues.flatMap((issue) => {
    const place = (path: Path): string => shownPath([...at, ...path]) || 'the file';
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${place([...issue.path, key])}: is not known here`)
      : [`${place(issue.path)}: ${said(issue)}`];
  });
