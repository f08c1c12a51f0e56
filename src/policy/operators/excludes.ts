import { entriesAsked } from '../constraints/entries.ts';
import { membersAsked } from '../constraints/members.ts';
import { readNames } from './names.ts';
import { type Operator, refuse } from './operator.ts';
import { isList, namesSchema } from './value-schema.ts';

/** `excludes: [SMS_OTP]`: none of these members or keys is there. */
export const excludes = {
  name: 'excludes' as const,
  meaning: 'None of these members or keys may be there.',
  // Of a map with keys of its own, AWS tells them all, whether somebody set them or not.
  fits: (setting) => isList(setting) || (setting.kind.kind === 'map' && setting.kind.keys === undefined),
  operandSchema: (setting) => {
    const { kind } = setting;
    const most = 'values' in kind && 'min' in kind && kind.values ? kind.values.length - kind.min : undefined;
    return { ...namesSchema(setting), minItems: 1, ...(most !== undefined && { maxItems: most }) };
  },
  compile: (operand, setting) => {
    const { kind, path } = setting;
    const read = readNames('excludes', operand, setting, 1);
    if (read.kind === 'mistakes') return read;
    const asked = { forbidden: read.names };
    if (kind.kind === 'map') return { kind: 'constraint', constraint: entriesAsked(asked) };
    if ('values' in kind && 'min' in kind && kind.values && kind.values.length - read.names.length < kind.min)
      return refuse(`excludes leaves no member, but ${path} takes at least ${kind.min}.`);
    return { kind: 'constraint', constraint: membersAsked(asked) };
  },
} satisfies Operator;
