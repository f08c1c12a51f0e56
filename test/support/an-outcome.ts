import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Outcome, OutcomeFinding } from '../../src/remediation/outcome.ts';
import { aCall } from './a-pool-change.ts';

/** The minimum password length, found at 8 and put right; resolved where `now` differs from `found`. */
export const aFinding = (overrides: Partial<OutcomeFinding> = {}): OutcomeFinding => {
  const finding = {
    policy: 'baseline',
    rule: 'password-minimum-length',
    at: 'policies/baseline.yaml:14',
    setting: 'Policies.PasswordPolicy.MinimumLength' as const,
    found: 8,
    required: 'at least 14',
    severity: 'high' as const,
    mode: 'remediate' as const,
    why: 'Length is what offline guessing pays for.',
    controls: ['FSBP Cognito.3'],
    owner: 'security@example.com',
    now: 14,
    ...overrides,
  };
  return { resolved: finding.now !== finding.found, ...finding };
};

/** One setting put right, 34 seconds after a developer's call; a change is listed for each finding that moved. */
export const anOutcome = (overrides: Partial<Outcome> = {}): Outcome => {
  const findings = overrides.findings ?? [aFinding()];
  return {
    schema: 'cognito-lifeguard/outcome/1',
    id: '9f2c41d0-6f0b-4b57-8f0e-0b8a3c1d7e55',
    kind: 'remediated',
    pool: { ...poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'), name: 'checkout-users' },
    causes: [aCall()],
    findings,
    changes: findings
      .filter((finding) => finding.found !== finding.now)
      .map(({ setting, found, now, rule, at }) => ({
        setting,
        from: found,
        to: now,
        because: [{ kind: 'rule', rule, at }],
      })),
    carried: 61,
    refusals: [],
    sideEffects: [],
    unknownSettings: [],
    remarks: [],
    policyDigest: 'sha256:2f1d0c',
    startedAt: '2026-11-23T09:14:39.120Z',
    endedAt: '2026-11-23T09:14:41.870Z',
    fixedAt: '2026-11-23T09:14:41.300Z',
    ...overrides,
  };
};

/** Nothing written: what `anOutcome` holds only after a write is taken away. */
export const anUnwrittenOutcome = (overrides: Partial<Outcome> = {}): Outcome => {
  const { fixedAt: _, ...outcome } = anOutcome({
    kind: 'reported',
    findings: [aFinding({ now: 8 })],
    carried: 0,
    ...overrides,
  });
  return outcome;
};

/** The same of a pool of its own, under the same id: it says something else than another pool's. */
export const anOutcomeOf = (id: string, overrides: Partial<Outcome> = {}): Outcome =>
  anOutcome({
    id,
    pool: { ...poolRef('111122223333', 'eu-west-1', `eu-west-1_${id.replace(/\W/g, '')}`), name: id },
    ...overrides,
  });
