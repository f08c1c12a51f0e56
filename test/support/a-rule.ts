import { compileRequirement } from '../../src/policy/loader/rule-requirement.ts';
import type { Rule } from '../../src/policy/policy.ts';
import { settingAt } from '../../src/pool/settings.ts';

type RuleOverrides = Partial<Omit<Rule, 'constraint' | 'required'>> & {
  /** The rule's operator and its operand, as a file has them: `{ atLeast: 14 }`. */
  readonly asks?: { readonly [operator: string]: unknown };
};

/** A remediating rule that asks for passwords of at least 14 characters, unless told otherwise. */
export const aRule = ({ asks = { atLeast: 14 }, ...overrides }: RuleOverrides = {}): Rule => {
  const { setting = 'Policies.PasswordPolicy.MinimumLength' } = overrides;
  const { requirement, mistakes } = compileRequirement(asks, settingAt(setting));
  if (!requirement) throw new Error(JSON.stringify(mistakes));
  return {
    id: 'password-minimum-length',
    setting,
    constraint: requirement.constraint,
    required: requirement.required,
    severity: 'high',
    mode: 'remediate',
    why: 'Every character more makes a password costlier to guess.',
    controls: [],
    source: { file: 'policies/baseline.yaml', line: 7, column: 5 },
    ...overrides,
  };
};
