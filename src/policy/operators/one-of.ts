import { canBeAbsent } from '../absence.ts';
import type { AllowedSet } from '../constraint.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import { setOf } from './compile-scalars.ts';
import { firstIndexes } from './first-indexes.ts';
import { type Operator, refuse } from './operator.ts';
import { isScalar, valueSchema } from './value-schema.ts';

/** `oneOf: [ESSENTIALS, PLUS]`: any of these values. */
export const oneOf = {
  name: 'oneOf' as const,
  meaning: 'The setting must have one of these values; null among them permits that it is not set.',
  fits: isScalar,
  operandSchema: (setting) => ({
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: canBeAbsent(setting) ? { anyOf: [valueSchema(setting), { type: 'null' }] } : valueSchema(setting),
  }),
  compile: (operand, setting) => {
    if (!Array.isArray(operand) || operand.length === 0)
      return refuse('oneOf must be a list of at least one value.');
    const values: readonly unknown[] = operand;
    const first = firstIndexes(values);
    const mistakes = values.flatMap((value, index) => {
      const fits = value === null && canBeAbsent(setting);
      const problem =
        first.get(value) !== index ? 'is there twice' : fits ? undefined : valueProblem(value, setting);
      return problem === undefined
        ? []
        : [{ in: [index], message: sentence(`oneOf: value ${index + 1} ${problem}`) }];
    });
    if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
    return { kind: 'constraint', constraint: setOf(values as AllowedSet['values'], setting) };
  },
} satisfies Operator;
