import type { OpenOutcome } from '../../src/remediation/open-outcome.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

/** What is remembered before the minimum password length is put right. */
export const anOpenOutcome = (overrides: Partial<OpenOutcome> = {}): OpenOutcome => {
  const { userPool, mfaConfig, takenAt } = aPoolSnapshot({
    set: { 'Policies.PasswordPolicy.MinimumLength': 8 },
  });
  return {
    id: 'outcome-1',
    startedAt: '2026-11-23T10:00:01.000Z',
    causes: [aCall()],
    findings: [],
    changes: [
      {
        setting: 'Policies.PasswordPolicy.MinimumLength',
        from: 8,
        to: 14,
        because: [{ kind: 'rule', rule: 'password-minimum-length', at: 'policies/baseline.yaml:14' }],
      },
    ],
    carried: 42,
    preImage: { userPool, mfaConfig, takenAt },
    ...overrides,
  };
};
