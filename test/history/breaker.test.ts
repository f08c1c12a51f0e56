import { describe, expect, it } from 'vitest';
import { breakerAfter, recentUndoings } from '../../src/history/breaker.ts';
import type { Undoing } from '../../src/history/pool-history.ts';
import { anActor } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const length = 'Policies.PasswordPolicy.MinimumLength' as const;
const anUndoing = (at: string, overrides: Partial<Undoing> = {}): Undoing => ({
  at,
  settings: [length],
  actors: [anActor()],
  ...overrides,
});
const at = (time: string): string => `2026-11-23T${time}.000Z`;
const snapshot = aPoolSnapshot();

/** The breaker after a look at this time that found the newest of these undoings. */
const afterUndoings = (undoings: readonly Undoing[], now: string) =>
  breakerAfter(undefined, undoings, true, snapshot, now);

describe('the breaker opens', () => {
  it('at the third undoing within an hour, and holds writing back for a minute', () => {
    const undoings = [anUndoing(at('10:00:00')), anUndoing(at('10:20:00')), anUndoing(at('10:59:59'))];

    expect(afterUndoings(undoings, at('10:59:59')).breaker).toEqual({
      openedAt: at('10:59:59'),
      level: 0,
      nextWriteAt: at('11:00:59'),
    });
  });

  it('not where the first of three is an hour old', () => {
    const undoings = [anUndoing(at('09:59:59')), anUndoing(at('10:20:00')), anUndoing(at('10:59:59'))];

    expect(afterUndoings(undoings, at('10:59:59'))).toEqual({ remarks: [] });
  });

  it('where one caller undoes us on three days, under whatever session names', () => {
    const on = (day: string, session: string) =>
      anUndoing(`${day}T10:00:00.000Z`, { actors: [anActor({ arn: `${session}`, sessionName: session })] });
    const undoings = [on('2026-11-10', 'run-1'), on('2026-11-17', 'run-2'), on('2026-11-23', 'run-3')];

    expect(afterUndoings(undoings, at('10:00:00')).breaker).toBeDefined();
  });

  it('not where three callers undo us on three days', () => {
    const by = (day: string, sessionIssuer: string) =>
      anUndoing(`${day}T10:00:00.000Z`, { actors: [anActor({ sessionIssuer })] });
    const undoings = [by('2026-11-10', 'one'), by('2026-11-17', 'two'), by('2026-11-23', 'three')];

    expect(afterUndoings(undoings, at('10:00:00'))).toEqual({ remarks: [] });
  });

  it('with one remark that names both sides', () => {
    const undoings = ['10:00:00', '10:10:00', '10:20:00'].map((time) => anUndoing(at(time)));
    const tagged = aPoolSnapshot({
      userPool: { UserPoolTags: { 'aws:cloudformation:stack-name': 'checkout' } },
    });

    expect(breakerAfter(undefined, undoings, true, tagged, at('10:20:00')).remarks).toEqual([
      {
        kind: 'war',
        settings: [length],
        times: 3,
        actors: [anActor()],
        stack: 'checkout',
        nextWriteAt: at('10:21:00'),
      },
    ]);
  });
});

describe('an open breaker', () => {
  const breaker = { openedAt: at('10:00:00'), level: 0, nextWriteAt: at('10:01:00') };
  const undoings = [anUndoing(at('10:00:00'))];

  it('holds back longer at each undoing, an hour at most, and says so once', () => {
    const levels = [5, 15, 60, 60, 60];
    let now = breaker;

    const minutes = levels.map(() => {
      const { breaker: next = now, remarks } = breakerAfter(now, undoings, true, snapshot, at('12:00:00'));
      now = next;
      expect(remarks).toEqual([]);
      return (Date.parse(next.nextWriteAt) - Date.parse(at('12:00:00'))) / 60_000;
    });

    expect(minutes).toEqual(levels);
  });

  it('stays as it is while nobody undoes us', () => {
    expect(breakerAfter(breaker, undoings, false, snapshot, '2026-11-24T09:59:59.000Z')).toEqual({
      breaker,
      remarks: [],
    });
  });

  it('closes when nobody has undone us for a day, and says so', () => {
    expect(breakerAfter(breaker, undoings, false, snapshot, '2026-11-24T10:00:00.000Z')).toEqual({
      remarks: [{ kind: 'war-over', since: at('10:00:00') }],
    });
  });
});

describe('undoings', () => {
  it('are remembered for 14 days', () => {
    const undoings = [anUndoing('2026-11-09T10:00:00.000Z'), anUndoing('2026-11-09T10:00:01.000Z')];

    expect(recentUndoings(undoings, at('10:00:00'))).toEqual([undoings[1]]);
  });
});
