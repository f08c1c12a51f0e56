import type { Setting } from '../../pool/setting.ts';
import type { Constraint } from '../constraint.ts';
import { integerBounds } from '../integer-bounds.ts';
import { scalarMistake, setOf } from './compile-scalars.ts';
import type { Operator } from './operator.ts';
import { isOrdered, valueSchema } from './value-schema.ts';

/** `atMost: 7`: this value or one below it. */
export const atMost = {
  name: 'atMost' as const,
  meaning: 'The setting must have this value or one below it.',
  fits: isOrdered,
  operandSchema: valueSchema,
  compile: (operand, setting) => {
    const mistake = scalarMistake('atMost', operand, setting);
    return mistake
      ? { kind: 'mistakes', mistakes: [mistake] }
      : { kind: 'constraint', constraint: downFrom(operand, setting) };
  },
} satisfies Operator;

const downFrom = (bound: unknown, setting: Setting): Constraint => {
  const { kind } = setting;
  if (kind.kind === 'integer')
    return { kind: 'interval', min: integerBounds(setting).min, max: Number(bound) };
  if (kind.kind === 'enumeration') {
    return setOf(kind.values.slice(0, kind.values.indexOf(String(bound)) + 1), setting);
  }
  throw new Error(`${setting.path} has no order.`);
};
