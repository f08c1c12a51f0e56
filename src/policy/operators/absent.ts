import { canBeAbsent } from '../absence.ts';
import { allowedSet } from '../constraints/allowed-set.ts';
import { entriesAsked } from '../constraints/entries.ts';
import { membersAsked } from '../constraints/members.ts';
import { type Operator, refuse } from './operator.ts';
import { isList } from './value-schema.ts';

/** `absent: true`: the setting isn't there; a list or map has nothing in it. */
export const absent = {
  name: 'absent' as const,
  meaning: 'The setting must not be there, a list or map must be empty.',
  fits: canBeAbsent,
  operandSchema: () => ({ const: true }),
  compile: (operand, setting) => {
    if (operand !== true) return refuse('absent must be true; where it must be there, write present: true.');
    const { kind } = setting.kind;
    if (kind === 'map') return { kind: 'constraint', constraint: entriesAsked({ within: [] }) };
    if (isList(setting)) return { kind: 'constraint', constraint: membersAsked({ within: [] }) };
    return { kind: 'constraint', constraint: allowedSet([null]) };
  },
} satisfies Operator;
