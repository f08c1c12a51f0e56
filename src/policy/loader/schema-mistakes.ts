import { z } from 'zod';
import type { Mistake } from '../mistake.ts';
import { didYouMean } from '../nearest-name.ts';
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
  if (issue.code === 'unrecognized_keys') {
    const known = membersAt(schema, path);
    return issue.keys.map((key) => ({
      ...source.placeOfKey([...path, key]),
      message: `${quoted(key)} isn't a member of ${wholeAt(path)}${didYouMean(key, known) || `, which takes ${known.join(', ')}.`}`,
    }));
  }
  return [{ ...source.placeOf(path), message: sayIssue(issue) }];
};

const sayIssue = (issue: z.core.$ZodIssue): string => {
  const { path, input, message } = issue;
  if (input === undefined && path.length > 0) {
    return `${quoted(path.at(-1))} is missing from ${wholeAt(path.slice(0, -1))}.`;
  }
  const label = labelOf(path);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return `${label} must be one of ${values.join(', ')}, not ${quoted(input)}${didYouMean(String(input), values) || '.'}`;
  }
  if (issue.code === 'invalid_type') {
    return `${label} must be ${inWords[issue.expected] ?? issue.expected}${insteadOf(input, issue.expected)}.`;
  }
  if (issue.code === 'invalid_key') return `${label} is no name that a tag can have.`;
  return `${label} ${message}.`;
};

const inWords: { readonly [type: string]: string } = {
  string: 'text',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

const insteadOf = (input: unknown, expected: string): string => {
  if (input === null)
    return expected === 'object' ? ', and is empty: write {} where it has no members' : ', and is empty';
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return `: put ${input} in quotes`;
  return '';
};

const quoted = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

/** `severity`, or `controls, entry 2`; the file itself for an empty path. */
const labelOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number' ? `${String(path.at(-2))}, entry ${last + 1},` : String(last);
};

/** What a member belongs to, as the end of a sentence. */
const wholeAt = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  // The lists `rules` and `exemptions` hold maps; nothing else does.
  return typeof last === 'number' ? `this ${String(path.at(-2)).replace(/s$/, '')}` : String(last);
};

const membersAt = (schema: z.core.$ZodType, path: Path): readonly string[] => {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional) return membersAt(schema.unwrap(), path);
  if (schema instanceof z.ZodArray && step !== undefined) return membersAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const member: z.core.$ZodType | undefined = schema.shape[String(step)];
  return member ? membersAt(member, rest) : [];
};
