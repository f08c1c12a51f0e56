import type { Exemption } from '../../src/policy/exemption.ts';

/** One pool, exempted from the minimum password length for a month from November on, unless told otherwise. */
export const anExemption = (overrides: Partial<Exemption> = {}): Exemption => ({
  pools: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
  rules: [{ rule: 'password-minimum-length' }],
  reason: 'A case.',
  approver: 'security@example.com',
  ticket: 'SEC-1',
  granted: '2026-11-01',
  expires: '2026-12-01',
  source: { file: 'policies/exemptions.yaml', line: 2, column: 5 },
  ...overrides,
});
