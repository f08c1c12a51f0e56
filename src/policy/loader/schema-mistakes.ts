import { z } from 'zod';
import type { Mistake } from '../mistake.ts';
import { didYouMean, hintsFor } from '../nearest-name.ts';
import { sentence } from '../sentence.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/**
 * Holds a file against the schema of its form.
 * @returns the content where it fits, and a mistake for every place where it doesn't
 */
export const checkSchema = <Content>(
  schema: z.ZodType<Content>,
  source: YamlSource,
): { readonly content?: Content; readonly mistakes: readonly Mistake[] } => {
  const parsed = schema.safeParse(source.value, { reportInput: true });
  if (parsed.success) return { content: parsed.data, mistakes: [] };
  return { mistakes: parsed.error.issues.flatMap((issue) => mistakesOf(issue, schema, source)) };
};

const mistakesOf = (issue: z.core.$ZodIssue, schema: z.ZodType, source: YamlSource): readonly Mistake[] => {
  const { path } = issue;
  if (issue.code !== 'unrecognized_keys') {
    return [{ ...source.placeOf(path), message: sentence(sayIssue(issue)) }];
  }
  const known = membersAt(schema, path);
  const hintFor = hintsFor(issue.keys, known);
  return issue.keys.map((key) => {
    const hint = hintFor(key) || `, which takes ${known.join(', ')}`;
    const message = sentence(`${JSON.stringify(key)} isn't a member of ${wholeAt(path)}${hint}`);
    return { ...source.placeOfKey([...path, key]), message };
  });
};

const sayIssue = (issue: z.core.$ZodIssue): string => {
  const { path, input, message } = issue;
  const label = labelOf(path);
  if (input === undefined) return `"${label}" is missing from ${wholeAt(path.slice(0, -1))}`;
  if (input === null)
    return `${label} is empty${takesNone.includes(label) ? `: write ${label}: {} for no members` : ''}`;
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const hint = typeof input === 'string' ? didYouMean(input, values) : '';
      return `${label} must be one of ${values.join(', ')}, not ${JSON.stringify(input)}${hint}`;
    }
    case 'invalid_type':
      return `${label} must be ${inWords[issue.expected] ?? issue.expected}${issue.expected === 'string' ? quotes(input) : ''}`;
    case 'invalid_key':
      return `${label} is no key that a tag can have`;
    case 'invalid_union':
      return `${label} ${message}${quotes(input)}`;
    default:
      return `${label} ${message}`;
  }
};

const inWords: { readonly [type: string]: string } = {
  string: 'text',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** Maps that may be without a member. */
const takesNone = ['appliesTo', 'examples'];

const quotes = (input: unknown): string =>
  typeof input === 'number' || typeof input === 'boolean' ? `: put ${input} in quotes` : '';

/** `severity`, or `controls, entry 2`. */
const labelOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  return typeof last === 'number' ? `${String(path.at(-2))}, entry ${last + 1},` : String(last);
};

/** What a member belongs to, as the end of a sentence. */
const wholeAt = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  // The lists `rules`, `exemptions` and `owners` hold maps; nothing else does.
  return typeof last === 'number' ? `this ${String(path.at(-2)).slice(0, -1)}` : String(last);
};

const membersAt = (schema: z.core.$ZodType, path: Path): readonly string[] => {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional) return membersAt(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return membersAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const member: z.core.$ZodType | undefined = schema.shape[String(step)];
  return member ? membersAt(member, rest) : [];
};
