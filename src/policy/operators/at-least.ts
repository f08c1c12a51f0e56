import type { Setting } from '../../pool/setting.ts';
import type { Constraint } from '../constraint.ts';
import { scalarMistake, setOf } from './compile-scalars.ts';
import type { Operator } from './operator.ts';
import { isOrdered, valueSchema } from './value-schema.ts';

/** `atLeast: 14`, `atLeast: AUDIT`: this value or one above it. */
export const atLeast = {
  name: 'atLeast' as const,
  meaning: 'The setting must have this value or one above it.',
  fits: isOrdered,
  operandSchema: valueSchema,
  compile: (operand, setting) => {
    const mistake = scalarMistake('atLeast', operand, setting);
    return mistake
      ? { kind: 'mistakes', mistakes: [mistake] }
      : { kind: 'constraint', constraint: fromUp(operand, setting) };
  },
} satisfies Operator;

const fromUp = (bound: unknown, setting: Setting): Constraint => {
  const { kind } = setting;
  if (kind.kind === 'integer') return { kind: 'interval', min: Number(bound), max: kind.max };
  if (kind.kind === 'enumeration')
    return setOf(kind.values.slice(kind.values.indexOf(String(bound))), setting);
  throw new Error(`${setting.path} has no order.`);
};
