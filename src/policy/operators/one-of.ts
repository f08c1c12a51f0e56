import type { AllowedSet } from '../constraint.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import { setOf } from './compile-scalars.ts';
import type { Operator } from './operator.ts';
import { isScalar, valueSchema } from './value-schema.ts';

/** `oneOf: [ESSENTIALS, PLUS]`: any of these values. */
export const oneOf = {
  name: 'oneOf',
  meaning: 'The setting must have one of these values.',
  fits: isScalar,
  operandSchema: (kind) => ({ type: 'array', minItems: 1, uniqueItems: true, items: valueSchema(kind) }),
  compile: (operand, setting) => {
    if (!Array.isArray(operand) || operand.length === 0) {
      return {
        kind: 'mistakes',
        mistakes: [{ in: [], message: 'oneOf must be a list of at least one value.' }],
      };
    }
    const values: readonly unknown[] = operand;
    const mistakes = values.flatMap((value, index) => {
      const problem = values.indexOf(value) < index ? 'is there twice' : valueProblem(value, setting);
      return problem === undefined
        ? []
        : [{ in: [index], message: sentence(`oneOf: value ${index + 1} ${problem}`) }];
    });
    if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
    return { kind: 'constraint', constraint: setOf(values as AllowedSet['values'], setting) };
  },
} as const satisfies Operator;
