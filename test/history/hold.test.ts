import { describe, expect, it } from 'vitest';
import { holdOf } from '../../src/history/hold.ts';
import type { Pause } from '../../src/history/pool-request.ts';
import type { Severity } from '../../src/policy/policy.ts';
import { aPast } from '../support/a-past.ts';
import { aPause } from '../support/a-pause.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const now = '2026-11-23T10:00:00.000Z';
const calledAt = (...times: string[]) =>
  aPast({ causes: times.map((time) => aCall({ eventTime: `2026-11-23T${time}Z` })) });
const finding = (severity: Severity) => ({
  findings: [aFinding({ severity, now: 8 })],
  targets: new Map(),
  kept: new Map(),
  standing: [],
  owners: [],
});
const calm = {
  pauses: [],
  pool: arn,
  breaker: undefined,
  contested: new Set([aFinding().setting]),
  changes: anOutcome().changes,
  settleSeconds: 20,
  now,
};
const aShortPause = (overrides: Partial<Pause> = {}) =>
  aPause({ at: '2026-11-23T09:00:00.000Z', until: '2026-11-23T10:00:00.001Z', ...overrides });

describe('a plan waits', () => {
  it('until the pool has been left alone for the time of settling', () => {
    expect(holdOf(calledAt('09:59:30', '09:59:41'), finding('high'), calm)).toEqual({
      kind: 'settling',
      dueAt: '2026-11-23T10:00:01.000Z',
    });
    expect(holdOf(calledAt('09:59:30', '09:59:40'), finding('high'), calm)).toBeUndefined();
  });

  it('for five minutes after the first call at most', () => {
    expect(holdOf(calledAt('09:55:01', '09:59:59'), finding('high'), calm)?.kind).toBe('settling');
    expect(holdOf(calledAt('09:55:00', '09:59:59'), finding('high'), calm)).toBeUndefined();
  });

  it('while a pause for the account or for this pool lasts', () => {
    const paused = (pause: Pause) => holdOf(aPast(), finding('critical'), { ...calm, pauses: [pause] });

    expect(paused(aShortPause())).toEqual({ kind: 'paused', pause: aShortPause() });
    expect(paused(aShortPause({ pool: arn }))?.kind).toBe('paused');
    expect(paused(aShortPause({ pool: `${arn}9` }))).toBeUndefined();
    expect(paused(aShortPause({ until: now }))).toBeUndefined();
  });

  it('for the breaker, critical or not', () => {
    const breaker = { openedAt: now, level: 0, nextWriteAt: '2026-11-23T10:00:01.000Z' };

    expect(holdOf(aPast(), finding('critical'), { ...calm, breaker })).toEqual({
      kind: 'breaker',
      dueAt: breaker.nextWriteAt,
    });
    expect(
      holdOf(aPast(), finding('critical'), { ...calm, breaker: { ...breaker, nextWriteAt: now } }),
    ).toBeUndefined();
  });
});

describe('the breaker does not hold back', () => {
  const breaker = { openedAt: now, level: 3, nextWriteAt: '2026-11-23T11:00:00.000Z' };
  const uncontested = { ...calm, breaker, contested: new Set(['DeletionProtection']) };

  it.each(['critical', 'high'] as const)(
    'a %s finding on a setting that nobody had brought back',
    (severity) => {
      expect(holdOf(aPast(), finding(severity), uncontested)).toBeUndefined();
    },
  );

  it('for one that is less grave, or that the plan does not write', () => {
    expect(holdOf(aPast(), finding('medium'), uncontested)?.kind).toBe('breaker');
    expect(holdOf(aPast(), finding('critical'), { ...uncontested, changes: [] })?.kind).toBe('breaker');
  });
});

describe('a plan does not wait for calm', () => {
  it('where a critical finding is to be put right', () => {
    expect(holdOf(calledAt('09:59:59'), finding('critical'), calm)).toBeUndefined();
  });

  it('where nobody called, or settling takes no time', () => {
    expect(holdOf(aPast(), finding('high'), calm)).toBeUndefined();
    expect(holdOf(calledAt('09:59:59'), finding('high'), { ...calm, settleSeconds: 0 })).toBeUndefined();
  });
});
