import type { Policy, PolicySet } from '../../src/policy/policy.ts';
import { aRule } from './a-rule.ts';

/** A policy with one rule that binds every pool, unless told otherwise. */
export const aPolicy = (overrides: Partial<Policy> = {}): Policy => ({
  name: 'baseline',
  description: 'The floor for every user pool in this account.',
  appliesTo: {},
  rules: [aRule()],
  source: { file: 'policies/baseline.yaml', line: 1, column: 1 },
  ...overrides,
});

/** A set of one policy without exemptions and owners, unless told otherwise. */
export const aPolicySet = (overrides: Partial<PolicySet> = {}): PolicySet => ({
  digest: `sha256:${'0'.repeat(64)}`,
  policies: [aPolicy()],
  exemptions: [],
  owners: [],
  ...overrides,
});
