import { describe, expect, it } from 'vitest';
import { expiringExemptions } from '../../src/policy/expiring-exemptions.ts';
import { aPolicySet } from '../support/a-policy.ts';

const source = { file: 'policies/exemptions.yaml', line: 2, column: 5 };
const policies = aPolicySet({
  exemptions: [
    {
      pools: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
      rules: [{ rule: 'password-minimum-length' }],
      reason: 'A case.',
      approver: 'security@example.com',
      ticket: 'SEC-1',
      granted: '2026-11-01',
      expires: '2026-12-01',
      source,
    },
  ],
});

describe('expiringExemptions', () => {
  it.each([
    ['2026-11-17', 'ends on 2026-12-01, in 14 days: after that day its rules count again.'],
    ['2026-11-30', 'ends on 2026-12-01, tomorrow: after that day its rules count again.'],
    ['2026-12-01', 'ends on 2026-12-01, today: after that day its rules count again.'],
    ['2026-12-02', 'ended on 2026-12-01: its rules count again. Take it away, or have it granted again.'],
  ])('says on %s that it %s', (today, message) => {
    expect(expiringExemptions(policies, today)).toEqual([
      { ...source, message: `The exemption SEC-1 ${message}` },
    ]);
  });

  it('says nothing more than two weeks before', () => {
    expect(expiringExemptions(policies, '2026-11-16')).toEqual([]);
  });
});
