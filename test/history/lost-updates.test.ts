import { describe, expect, it } from 'vitest';
import { lostUpdates } from '../../src/history/lost-updates.ts';
import { digestOf } from '../../src/history/stored-value.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';

const trigger = 'LambdaConfig.PreSignUp' as const;
const length = 'Policies.PasswordPolicy.MinimumLength' as const;
const [ours, theirs] = ['arn:aws:lambda:eu-west-1:1:function:a', 'arn:aws:lambda:eu-west-1:1:function:b'];
const window = {
  outcome: 'our-write',
  from: '2026-11-23T09:14:05.500Z',
  to: '2026-11-23T09:14:07.200Z',
  changed: [length],
  values: { [trigger]: ours, [length]: 14 },
};
const history = aHistory({ writes: [window] });
const now = { [trigger]: digestOf(ours), [length]: digestOf(14) };
const asking = (setting: typeof trigger | typeof length, value: string | number, eventTime: string) =>
  aPast({ history, causes: [aCall({ eventTime, requested: [{ setting, value }] })] });

describe('a call between our look and our write', () => {
  it('is told with our value and theirs', () => {
    expect(lostUpdates(asking(trigger, theirs, '2026-11-23T09:14:06Z'), now)).toEqual([
      {
        kind: 'lost-update',
        outcome: 'our-write',
        writtenAt: window.to,
        call: 'UpdateUserPool',
        eventId: aCall().eventId,
        eventTime: '2026-11-23T09:14:06Z',
        actor: anActor(),
        settings: [{ setting: trigger, ours, theirs }],
      },
    ]);
  });

  it.each([
    ['09:14:04', 0],
    ['09:14:05', 1],
    ['09:14:08', 1],
    ['09:14:09', 0],
  ])('is one that CloudTrail dates at %s to the second: %i', (time, count) => {
    expect(lostUpdates(asking(trigger, theirs, `2026-11-23T${time}Z`), now)).toHaveLength(count);
  });

  it('is told without values where CloudTrail left the request out', () => {
    const past = aPast({ history, causes: [aCall({ eventTime: '2026-11-23T09:14:06Z' })] });

    expect(lostUpdates(past, now)).toMatchObject([{ kind: 'lost-update', settings: [] }]);
  });
});

describe('nothing is lost', () => {
  it('where they asked for what we carried', () => {
    expect(lostUpdates(asking(trigger, ours, '2026-11-23T09:14:06Z'), now)).toEqual([]);
  });

  it('where theirs is in force now', () => {
    const standing = { ...now, [trigger]: digestOf(theirs) };

    expect(lostUpdates(asking(trigger, theirs, '2026-11-23T09:14:06Z'), standing)).toEqual([]);
  });

  it('where policy says what the setting must be', () => {
    expect(lostUpdates(asking(length, 8, '2026-11-23T09:14:06Z'), now)).toEqual([]);
  });

  it('by a call that an outcome has named before', () => {
    const past = asking(trigger, theirs, '2026-11-23T09:14:06Z');

    expect(lostUpdates({ ...past, history: { ...history, calls: [aCall().eventId] } }, now)).toEqual([]);
  });

  it('by our own write, or by a call that no write of ours touches', () => {
    const causes = [
      aCall({
        eventTime: '2026-11-23T09:14:06Z',
        actor: anActor({ userAgent: 'aws-sdk-js/3 cognito-lifeguard/our-write' }),
      }),
      aCall({ eventTime: '2026-11-23T09:14:06Z', call: 'CreateUserPoolClient', governed: false }),
    ];

    expect(lostUpdates(aPast({ history, causes }), now)).toEqual([]);
  });
});
