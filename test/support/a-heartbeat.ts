import type { Member } from '../../src/ledger/member-book.ts';
import type { Heartbeat } from '../../src/sweep/heartbeat.ts';

/** The heartbeat of an account whose three pools are all as they should be, unless told otherwise. */
export const aHeartbeat = (overrides: Partial<Heartbeat> = {}): Heartbeat => ({
  schema: 'cognito-lifeguard/heartbeat/1',
  id: 'heartbeat:sweep-1',
  at: '2026-11-23T10:00:00.000Z',
  accountId: '222233334444',
  version: '0.1.0',
  codeDigest: 'sha256:c0de',
  policyDigest: 'sha256:2f1d0c',
  mode: 'remediate',
  pools: { swept: 3, missed: 0, standing: 0 },
  ...overrides,
});

/** An account that was heard of when its heartbeat was sent. */
export const aMember = (accountId: string, heartbeat: Partial<Heartbeat> = {}): Member => {
  const sent = aHeartbeat({ accountId, ...heartbeat });
  return { accountId, heartbeat: sent, heardAt: sent.at };
};
