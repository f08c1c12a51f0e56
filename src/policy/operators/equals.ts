import type { SettingValue } from '../../pool/setting-value.ts';
import { exactly } from '../constraints/exactly.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import { type Operator, refuse } from './operator.ts';
import { valueSchema } from './value-schema.ts';

/** `equals: ENFORCED`, `equals: [PASSWORD, WEB_AUTHN]`: this value and no other. */
export const equals = {
  name: 'equals' as const,
  meaning: 'The setting must have exactly this value; of a list whose order means nothing, in any order.',
  fits: ({ kind }) => kind.kind !== 'opaque',
  operandSchema: (setting) => {
    const { kind } = setting;
    return kind.kind === 'map' && kind.keys
      ? { ...valueSchema(setting), required: kind.keys }
      : valueSchema(setting);
  },
  compile: (operand, setting) => {
    const { kind, path } = setting;
    const problem = valueProblem(operand, setting);
    if (problem !== undefined) return refuse(sentence(`equals ${problem}`));
    const value = operand as SettingValue;
    const missing = kind.kind === 'map' && kind.keys?.find((key) => !Object.hasOwn(value as object, key));
    if (missing) return refuse(`equals lacks ${missing}: AWS always tells all of ${path}; use includes.`);
    return { kind: 'constraint', constraint: exactly(value, setting) };
  },
} satisfies Operator;
