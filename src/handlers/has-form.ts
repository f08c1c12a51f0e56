import { type Schema, Validator } from '@cfworker/json-schema';
import type { HasForm } from '../telling/centre/read-member-news.ts';

/** How long the problem that is named may be; it quotes names that somebody chose. */
const longest = 300;

/** Holds a value against a JSON schema of draft 2020-12. */
export const hasFormOf = (schema: Schema): HasForm => {
  const validator = new Validator(schema, '2020-12');
  return (value) => {
    const { valid, errors } = validator.validate(value);
    if (valid) return { valid };
    // The last one is the innermost.
    const { instanceLocation = '#', error = 'no reason given' } = errors.at(-1) ?? {};
    return { valid, problem: `${instanceLocation}: ${error}`.slice(0, longest) };
  };
};
