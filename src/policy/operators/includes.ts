import { isJsonObject } from '../../pool/json.ts';
import { entriesAsked } from '../constraints/entries.ts';
import { membersAsked } from '../constraints/members.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import { readNames } from './names.ts';
import { type Operator, refuse } from './operator.ts';
import { isList, namesSchema, valueSchema } from './value-schema.ts';

/** `includes: [email]`, `includes: { team: checkout }`, `includes: [team]`: these are there, beside others. */
export const includes = {
  name: 'includes' as const,
  meaning: 'These members, these keys with any text, or these keys with these texts must be there.',
  fits: (setting) => isList(setting) || setting.kind.kind === 'map',
  operandSchema: (setting) => {
    const { kind } = setting;
    const names = { ...namesSchema(setting), minItems: 1 };
    if (kind.kind === 'map') return { anyOf: [names, { ...valueSchema(setting), minProperties: 1 }] };
    return 'max' in kind ? { ...names, maxItems: kind.max } : names;
  },
  compile: (operand, setting) => {
    const { kind, path } = setting;
    if (kind.kind === 'map' && isJsonObject(operand)) {
      const pairs = Object.entries(operand);
      if (pairs.length === 0) return refuse('includes must have at least one key.');
      const problem = valueProblem(operand, setting);
      if (problem !== undefined) return refuse(sentence(`includes ${problem}`));
      const texts = pairs.map(([key, text]) => [key, String(text)] as const);
      return { kind: 'constraint', constraint: entriesAsked({}, texts) };
    }
    const read = readNames('includes', operand, setting, 1);
    if (read.kind === 'mistakes') return read;
    if ('max' in kind && read.names.length > kind.max)
      return refuse(`includes has ${read.names.length} members, but ${path} takes at most ${kind.max}.`);
    const asked = { required: read.names };
    return {
      kind: 'constraint',
      constraint: kind.kind === 'map' ? entriesAsked(asked) : membersAsked(asked),
    };
  },
} satisfies Operator;
