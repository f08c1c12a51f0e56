import { isObject, type Json, type JsonObject } from './json.ts';

/** Says whether an event matches. */
export type EventMatcher = (event: JsonObject) => boolean;

/** A pattern that EventBridge wouldn't take. */
class InvalidEventPatternError extends Error {
  override readonly name = 'InvalidEventPatternError';
}

/**
 * Compiles an EventBridge event pattern: exact values, `prefix`, `suffix`, `anything-but`, `exists`, `wildcard`,
 * `equals-ignore-case`, `numeric` and `$or`.
 *
 * @throws InvalidEventPatternError for what EventBridge refuses, and for operators that aren't in the list above.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compilePattern(pattern: JsonObject): EventMatcher {
  const fields = Object.entries(pattern).map(([name, wanted]) =>
    name === '$or' ? either(wanted) : field(name, wanted),
  );
  if (fields.length === 0) throw new InvalidEventPatternError('Event pattern is empty');
  return (event) => fields.every((matches) => matches(event));
}

function either(alternatives: Json): EventMatcher {
  if (!Array.isArray(alternatives) || alternatives.length < 2) {
    throw new InvalidEventPatternError('$or takes a list of at least two patterns');
  }
  const matchers = alternatives.map((alternative) =>
    compilePattern(isObject(alternative) ? alternative : {}),
  );
  return (event) => matchers.some((matches) => matches(event));
}

function field(name: string, wanted: Json): EventMatcher {
  if (isObject(wanted)) {
    const inner = compilePattern(wanted);
    return (event) => {
      const value = event[name];
      const candidates = Array.isArray(value) ? value : [value];
      // `exists: false` inside an object that isn't there matches its absence.
      return candidates.some((candidate) => inner(isObject(candidate) ? candidate : {}));
    };
  }
  if (!Array.isArray(wanted) || wanted.length === 0) {
    throw new InvalidEventPatternError(`"${name}" must be an object or a non-empty list`);
  }
  const tests = wanted.map((item) => condition(name, item));
  return (event) => {
    const value = event[name];
    const values = Array.isArray(value) && value.length > 0 ? value : [value];
    return tests.some((test) => values.some(test));
  };
}

type Test = (value: Json | undefined) => boolean;

function condition(name: string, wanted: Json): Test {
  if (!isObject(wanted)) return (value) => value === wanted;
  const [entry, second] = Object.entries(wanted);
  const [operator, operand] = entry ?? [];
  const make = operator === undefined || second ? undefined : OPERATORS[operator];
  if (!make || operand === undefined) {
    throw new InvalidEventPatternError(
      `Unrecognized match type in "${name}": ${Object.keys(wanted).join(', ')}`,
    );
  }
  return make(operand);
}

const OPERATORS: { readonly [operator: string]: (operand: Json) => Test } = {
  prefix: (operand) => affix(operand, (value, wanted) => value.startsWith(wanted)),
  suffix: (operand) => affix(operand, (value, wanted) => value.endsWith(wanted)),
  'equals-ignore-case': (operand) => {
    const wanted = asText(operand).toLowerCase();
    return onText((value) => value.toLowerCase() === wanted);
  },
  wildcard: (operand) => {
    const parts = asText(operand).split('*').map(literal);
    const expression = new RegExp(`^${parts.join('.*')}$`, 's');
    return onText((value) => expression.test(value));
  },
  exists: (operand) => (value) => (value !== undefined) === (operand === true),
  numeric,
  'anything-but': anythingBut,
};

function anythingBut(operand: Json): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((item) => condition('anything-but', item));
  return (value) => value !== undefined && !tests.some((test) => test(value));
}

function affix(operand: Json, holds: (value: string, wanted: string) => boolean): Test {
  if (isObject(operand)) {
    const { 'equals-ignore-case': text = null, ...others } = operand;
    if (text === null || Object.keys(others).length > 0)
      throw new InvalidEventPatternError(
        `A prefix or suffix takes a string or equals-ignore-case alone, found ${JSON.stringify(operand)}`,
      );
    const folded = asText(text).toLowerCase();
    return onText((value) => holds(value.toLowerCase(), folded));
  }
  const wanted = asText(operand);
  return onText((value) => holds(value, wanted));
}

const COMPARISONS: { readonly [sign: string]: (value: number, bound: number) => boolean } = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function numeric(operand: Json): Test {
  const terms = Array.isArray(operand) ? operand : [];
  if (terms.length !== 2 && terms.length !== 4)
    throw new InvalidEventPatternError('numeric takes one or two comparisons');
  const tests = [0, 2].slice(0, terms.length / 2).map((at): Test => {
    const compare = COMPARISONS[asText(terms[at] ?? null)];
    const bound = terms[at + 1];
    if (!compare || typeof bound !== 'number')
      throw new InvalidEventPatternError('numeric takes an operator and a number');
    return (value) => typeof value === 'number' && compare(value, bound);
  });
  return (value) => tests.every((test) => test(value));
}

function onText(holds: (value: string) => boolean): Test {
  return (value) => typeof value === 'string' && holds(value);
}

function asText(operand: Json): string {
  if (typeof operand !== 'string')
    throw new InvalidEventPatternError(`Expected a string, found ${JSON.stringify(operand)}`);
  return operand;
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
