import { membersAsked } from '../constraints/members.ts';
import { precedenceOf } from '../constraints/precedence.ts';
import { readNames } from './names.ts';
import type { Operator } from './operator.ts';
import { namesSchema } from './value-schema.ts';

/** `order: [verified_email, verified_phone_number]`: whichever of these are there stand in this order. */
export const order = {
  name: 'order' as const,
  meaning: 'Of these members, those that are there must stand in this order. None is added or removed.',
  fits: ({ kind }) => kind.kind === 'ranking',
  operandSchema: (setting) => ({ ...namesSchema(setting), minItems: 2 }),
  compile: (operand, setting) => {
    const read = readNames('order', operand, setting, 2);
    return read.kind === 'mistakes'
      ? read
      : { kind: 'constraint', constraint: membersAsked({}, precedenceOf(read.names)) };
  },
} satisfies Operator;
