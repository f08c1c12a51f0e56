import type { PoolHistory } from '../../src/history/pool-history.ts';
import type { Pause, PoolRequest } from '../../src/history/pool-request.ts';
import type { AccountRecord } from '../../src/ledger/account-book.ts';
import type { Standing } from '../../src/ledger/ledger.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';

/** What the first look at a pool leaves behind. */
export const aHistory = (overrides: Partial<PoolHistory> = {}): PoolHistory => ({
  seen: { at: '2026-11-23T10:00:00.000Z', values: { 'Policies.PasswordPolicy.MinimumLength': 'a1b2c3' } },
  rules: { 'password-minimum-length': '1' },
  debt: {
    'password-minimum-length': { since: '2026-11-23T10:00:00.000Z', version: '1', found: 8 },
  },
  resting: [],
  fixes: [],
  undoings: [],
  bound: {},
  writes: [],
  calls: [],
  ...overrides,
});

/** A person who closes a pool's breaker. */
export const aRequest = (id: string, at: string): PoolRequest => ({
  id,
  by: 'arn:aws:iam::111122223333:user/ada',
  at,
  kind: 'close-breaker',
});

/** A pause of the whole account. */
export const aPause = (overrides: Partial<Pause> = {}): Pause => ({
  id: 'pause-1',
  by: 'arn:aws:iam::111122223333:user/ada',
  at: '2026-11-23T10:00:00.000Z',
  until: '2026-11-23T11:00:00.000Z',
  reason: 'We migrate users.',
  ...overrides,
});

/** What the first sweep leaves behind. */
export const anAccountRecord = (overrides: Partial<AccountRecord> = {}): AccountRecord => ({
  watch: { since: '2026-11-23T10:00:00.000Z', isComplete: false },
  policies: { digest: `sha256:${'0'.repeat(64)}`, policies: [], exemptions: [] },
  policiesSince: '2026-11-23T10:00:00.000Z',
  pausesTold: [],
  exemptionsTold: [],
  ...overrides,
});

/** A pool that was put right. */
export const anOutcome = (overrides: Partial<Outcome> = {}): Outcome => ({
  schema: 'cognito-lifeguard/outcome/1',
  id: 'outcome-1',
  kind: 'remediated',
  pool: { ...poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'), name: 'customers' },
  causes: [],
  findings: [],
  changes: [],
  carried: 42,
  refusals: [],
  sideEffects: [],
  unknownSettings: [],
  remarks: [],
  policyDigest: `sha256:${'0'.repeat(64)}`,
  startedAt: '2026-11-23T10:00:01.000Z',
  endedAt: '2026-11-23T10:00:02.500Z',
  ...overrides,
});

/** A pool whose debt waits for a person. */
export const aStanding = (overrides: Partial<Standing> = {}): Standing => ({
  pool: poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'),
  name: 'customers',
  outcome: 'reported',
  findings: [],
  refusals: [],
  ...overrides,
});
