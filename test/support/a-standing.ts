import type { Standing } from '../../src/ledger/ledger.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aFinding } from './an-outcome.ts';

/** Debt at one pool, found by a sweep, unless told otherwise. */
export const aStanding = (id = 'AbCdEf123', overrides: Partial<Standing> = {}): Standing => ({
  pool: poolRef('111122223333', 'eu-west-1', `eu-west-1_${id}`),
  name: id,
  outcome: 'reported',
  at: '2026-11-23T09:12:20.000Z',
  findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-20' } })],
  refusals: [],
  ...overrides,
});
