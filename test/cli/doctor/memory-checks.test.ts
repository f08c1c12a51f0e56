import { describe, expect, it } from 'vitest';
import { policiesCheck, sweepCheck } from '../../../src/cli/doctor/memory-checks.ts';
import type { AccountRecord } from '../../../src/ledger/account-book.ts';

const noon = new Date('2026-11-26T12:00:00.000Z');
const record = (swept?: string): AccountRecord => ({
  watch: { since: '2026-11-01T00:00:00.000Z', isComplete: true },
  policies: { digest: 'sha256:0123456789abcdef', policies: [], exemptions: [] },
  policiesSince: '2026-11-01T00:00:00.000Z',
  pausesTold: [],
  exemptionsTold: [],
  ...(swept !== undefined && { swept: { startedAt: swept, endedAt: swept } }),
});

describe('the last sweep', () => {
  it.each([
    ['two hours ago is ok, hourly', '2026-11-26T10:00:00.000Z', 60, 'ok'],
    ['four hours ago is wrong, hourly', '2026-11-26T08:00:00.000Z', 60, 'wrong'],
    ['four hours ago is ok, every other hour', '2026-11-26T08:00:00.000Z', 120, 'ok'],
    ['that nobody remembers is not known', undefined, 60, 'unknown'],
  ] as const)('%s', (_, swept, minutes, state) => {
    expect(sweepCheck(record(swept), minutes, noon).state).toBe(state);
  });

  it('is not known before there is a record', () => {
    expect(sweepCheck(undefined, 60, noon).state).toBe('unknown');
  });
});

describe('the deployed policies', () => {
  it.each([
    ['that a folder says are ok', { digest: 'sha256:0123456789abcdef' }, 'ok'],
    ['that differ are wrong', { digest: 'sha256:fedcba9876543210' }, 'wrong'],
    ['that nothing sound is there to compare with are not known', { why: 'mistakes' }, 'unknown'],
  ] as const)('%s', (_, local, state) => {
    expect(policiesCheck(record(), local, './policies').state).toBe(state);
  });
});
