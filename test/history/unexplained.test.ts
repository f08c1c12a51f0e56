import { describe, expect, it } from 'vitest';
import { unexplainedMove } from '../../src/history/unexplained.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const length = 'Policies.PasswordPolicy.MinimumLength' as const;
const secondsAt = (time: string): number => Date.parse(time) / 1000;
/** Moved since the history's look at 08:14:07. */
const movedAt = (time: string) =>
  aPoolSnapshot({ set: { [length]: 20 }, userPool: { LastModifiedDate: secondsAt(time) } });
const past = aPast({ history: aHistory(), now: '2026-11-23T09:14:39.120Z' });

describe('a pool that moved without a recorded call', () => {
  it('is told when its event has had a quarter of an hour to come', () => {
    expect(unexplainedMove(past, movedAt('2026-11-23T08:59:39Z'))).toEqual({
      remarks: [{ kind: 'changed-unseen', since: '2026-11-23T08:59:39.000Z', settings: [length] }],
    });
  });

  it('is remembered while the event may still be under way', () => {
    expect(unexplainedMove(past, movedAt('2026-11-23T08:59:40Z'))).toEqual({
      remarks: [],
      unexplained: { since: '2026-11-23T08:59:40.000Z', settings: [length] },
    });
  });

  it('counts from now where AWS does not date it', () => {
    const undated = aPoolSnapshot({ set: { [length]: 20 } });

    expect(unexplainedMove(past, undated).unexplained?.since).toBe(past.now);
  });

  it('is told at the next look without a call, with what moved then and before', () => {
    const unexplained = { since: '2026-11-23T08:20:00.000Z', settings: ['UserPoolTier'] as const };

    expect(
      unexplainedMove(aPast({ history: aHistory({ unexplained }) }), movedAt('2026-11-23T09:14:00Z')).remarks,
    ).toEqual([{ kind: 'changed-unseen', since: unexplained.since, settings: ['UserPoolTier', length] }]);
  });
});

describe('a call that did not move it explains nothing', () => {
  const moved = movedAt('2026-11-23T08:20:00Z');
  const ours = { from: '2026-11-23T08:20:00.000Z', to: '2026-11-23T08:20:01.000Z', changed: [], values: {} };
  const history = aHistory({ writes: [{ ...ours, outcome: 'our-write' }] });

  it.each([
    ['a tag', aCall({ call: 'TagResource' })],
    ['a call that policy does not govern', aCall({ call: 'CreateUserPoolClient', governed: false })],
    ['the echo of our own write', aCall({ actor: anActor({ userAgent: 'cognito-lifeguard/our-write' }) })],
  ])('%s', (_, call) => {
    const { remarks } = unexplainedMove(aPast({ history, causes: [call] }), moved);

    expect(remarks).toMatchObject([{ kind: 'changed-unseen', settings: [length] }]);
  });

  it('but a tag explains tags', () => {
    const unexplained = { since: '2026-11-23T08:20:00.000Z', settings: ['UserPoolTags'] as const };
    const called = aPast({ history: aHistory({ unexplained }), causes: [aCall({ call: 'TagResource' })] });

    expect(unexplainedMove(called, aPoolSnapshot())).toEqual({ remarks: [] });
  });
});

describe('a pool has not moved unseen', () => {
  it('where a recorded call made us look', () => {
    const called = aPast({ history: aHistory(), causes: [aCall()] });

    expect(unexplainedMove(called, movedAt('2026-11-23T08:20:00Z'))).toEqual({ remarks: [] });
  });

  it('where it is as the last look left it, or nobody has looked before', () => {
    expect(unexplainedMove(past, aPoolSnapshot())).toEqual({ remarks: [] });
    expect(unexplainedMove(aPast(), movedAt('2026-11-23T08:20:00Z'))).toEqual({ remarks: [] });
  });

  it('where the last look did not know the setting yet', () => {
    const { [length]: _, ...values } = aHistory().seen.values;
    const older = aHistory({ seen: { at: '2026-11-23T08:14:07.000Z', values } });

    expect(unexplainedMove(aPast({ history: older }), movedAt('2026-11-23T08:20:00Z'))).toEqual({
      remarks: [],
    });
  });
});
