import { compilePolicies } from '../../policy/loader/compile-policies.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';

/** The setting that a rehearsal weakens, and to what. */
export const weakened = { setting: 'Policies.PasswordPolicy.MinimumLength', to: 8 } as const;

/** The policy of a rehearsal: one rule, for one pool. What it requires is what the pool is made with. */
export const rehearsalPolicy = ({ arn }: PoolRef): PolicySet => {
  const text = `name: rehearsal
description: Holds for the pool of one rehearsal.
mode: remediate
appliesTo:
  pools: ['${arn}']
rules:
  - id: rehearsed
    severity: high
    setting: ${weakened.setting}
    atLeast: 14
    why: The rehearsal weakens it.
    examples: { passing: [14], failing: [8] }
`;
  const loaded = compilePolicies([{ file: 'rehearsal.yaml', text }], []);
  if (loaded.kind === 'mistakes') throw new Error(loaded.mistakes.map(({ message }) => message).join('; '));
  return loaded.policies;
};
