import type { Setting } from '../../pool/setting.ts';
import { canBeAbsent } from '../absence.ts';
import { entriesAsked } from '../constraints/entries.ts';
import { membersAsked } from '../constraints/members.ts';
import { type Operator, refuse } from './operator.ts';
import { isList } from './value-schema.ts';

/** `present: true`: the setting is there, whatever its value; a list or map has something in it. */
export const present = {
  name: 'present' as const,
  meaning: 'The setting must be there, a list or map with something in it.',
  fits: (setting) => canBeAbsent(setting) || canBeEmpty(setting),
  operandSchema: () => ({ const: true }),
  compile: (operand, setting) => {
    if (operand !== true)
      return refuse('present must be true; where it must not be there, write absent: true.');
    const { kind } = setting.kind;
    if (kind === 'map') return { kind: 'constraint', constraint: entriesAsked({ some: true }) };
    if (isList(setting)) return { kind: 'constraint', constraint: membersAsked({ some: true }) };
    return { kind: 'constraint', constraint: { kind: 'present' } };
  },
} satisfies Operator;

const canBeEmpty = ({ kind }: Setting): boolean => kind.kind === 'members' && kind.min === 0;
