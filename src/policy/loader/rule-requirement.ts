import type { Setting } from '../../pool/setting.ts';
import type { Constraint } from '../constraint.ts';
import { describe } from '../constraints/describe.ts';
import { nearestName } from '../nearest-name.ts';
import { operators } from '../operators/operators.ts';
import type { Path } from './yaml-source.ts';

/** Something wrong within a map: where, from that map on, and what. */
export interface LocalMistake {
  readonly in: Path;
  readonly message: string;
}

/** What a rule or a floor asks of a setting. */
export interface Requirement {
  readonly constraint: Constraint;
  readonly required: string;
  /** The operator that says it. */
  readonly operator: string;
}

/**
 * Compiles the one operator of a rule or a floor.
 * @param asks the map that holds the operator among other members
 */
export const compileRequirement = (
  asks: { readonly [member: string]: unknown },
  setting: Setting,
): { readonly requirement?: Requirement; readonly mistakes: readonly LocalMistake[] } => {
  const used = operators.filter(({ name }) => Object.hasOwn(asks, name));
  const fitting = operators.filter(({ fits }) => fits(setting)).map(({ name }) => name);
  const [operator, second] = used;
  if (!operator) {
    if (hasMisspeltOperator(asks)) return { mistakes: [] };
    return refuse([], `An operator is missing: say ${fitting.join(', ')} for ${setting.path}.`);
  }
  if (second) {
    const names = used.map(({ name }) => name).join(' and ');
    return refuse(
      [second.name],
      `Only one operator can stand here, and there are ${names}; write two rules.`,
    );
  }
  if (!operator.fits(setting)) {
    return refuse(
      [operator.name],
      `${operator.name} doesn't fit ${setting.path}, ${kindInWords(setting)}; use ${fitting.join(', ')}.`,
    );
  }
  const compiled = operator.compile(asks[operator.name], setting);
  if (compiled.kind === 'mistakes') {
    return {
      mistakes: compiled.mistakes.map(({ in: path, message }) => ({ in: [operator.name, ...path], message })),
    };
  }
  const { constraint } = compiled;
  return {
    requirement: { constraint, required: describe(constraint, setting), operator: operator.name },
    mistakes: [],
  };
};

/** The schema reports an unknown member; that the operator is missing would be the same mistake twice. */
const hasMisspeltOperator = (asks: { readonly [member: string]: unknown }): boolean => {
  const names = operators.map(({ name }) => name);
  return Object.keys(asks).some((member) => nearestName(member, names) !== undefined);
};

const refuse = (path: Path, message: string) => ({ mistakes: [{ in: path, message }] });

const kindInWords = ({ kind }: Setting): string => {
  switch (kind.kind) {
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'enumeration':
      return kind.ordered ? 'a name on a scale' : 'a name without an order among its values';
    case 'text':
      return 'a text';
    case 'members':
      return 'a list of names';
    case 'ranking':
      return 'a list of names in order of preference';
    case 'map':
      return 'a map of texts';
    case 'opaque':
      return 'which AWS only tells';
  }
};
