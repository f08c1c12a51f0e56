import type { Setting } from '../../pool/setting.ts';
import type { AllowedSet } from '../constraint.ts';
import { allowedSet } from '../constraints/allowed-set.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import type { OperandMistake } from './operator.ts';

type Scalar = AllowedSet['values'][number];

/** The mistake that a scalar operand is, if it is one. */
export const scalarMistake = (
  operator: string,
  operand: unknown,
  setting: Setting,
): OperandMistake | undefined => {
  const problem = valueProblem(operand, setting);
  return problem === undefined ? undefined : { in: [], message: sentence(`${operator} ${problem}`) };
};

/** The set of some values of a setting, on its scale where it has one. */
export const setOf = (values: readonly Scalar[], { kind }: Setting): AllowedSet =>
  allowedSet(values, kind.kind === 'enumeration' && kind.ordered ? kind.values : undefined);
