import type { AllowedSet } from '../constraint.ts';
import { scalarMistake, setOf } from './compile-scalars.ts';
import type { Operator } from './operator.ts';
import { isScalar, valueSchema } from './value-schema.ts';

/** `equals: ENFORCED`: this value and no other. */
export const equals = {
  name: 'equals',
  meaning: 'The setting must have exactly this value.',
  fits: isScalar,
  operandSchema: valueSchema,
  compile: (operand, setting) => {
    const mistake = scalarMistake('equals', operand, setting);
    if (mistake) return { kind: 'mistakes', mistakes: [mistake] };
    return { kind: 'constraint', constraint: setOf([operand as AllowedSet['values'][number]], setting) };
  },
} as const satisfies Operator;
