import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const pause = {
  id: 'a-pause',
  by: 'arn:aws:iam::111122223333:user/operator',
  at: '2026-11-23T09:59:00.000Z',
  until: '2026-11-23T14:00:00.000Z',
  reason: 'A migration is under way.',
};

/** A weakened pool while writing is paused. */
const aPausedPool = async () => {
  const governed = await aGovernedPool();
  await governed.ledgers.desk.pause(pause);
  await governed.change(passwordsWith({ MinimumLength: 8 }));
  return governed;
};

describe('while writing is paused', () => {
  it('nothing is written, and people are told who paused it, until when and why', async () => {
    const { world, pool, told, ourCalls } = await aPausedPool();

    await enforce(world, pool, [aCall()]);

    expect(told).toMatchObject([{ kind: 'paused', changes: [], findings: [{ found: 8, resolved: false }] }]);
    expect(told[0]?.reason).toBe(
      'Writing to all pools is paused until 2026-11-23 14:00:00 UTC by arn:aws:iam::111122223333:user/operator: A migration is under way.',
    );
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });

  it('a compliant pool is none of anybody’s business', async () => {
    const { world, pool, change, told } = await aPausedPool();
    await change({});

    await enforce(world, pool, [aCall()]);

    expect(told).toMatchObject([{ kind: 'compliant' }]);
  });

  it('a pause of another pool changes nothing', async () => {
    const { world, pool, told, ledgers, change } = await aGovernedPool();
    await ledgers.desk.pause({ ...pause, pool: `${pool.arn}9` });
    await change(passwordsWith({ MinimumLength: 8 }));

    await enforce(world, pool, [aCall()]);

    expect(told).toMatchObject([{ kind: 'remediated' }]);
  });
});

describe('when a pause is over', () => {
  it.each([
    ['by itself', async () => {}, 4 * 3_600_000],
    [
      'because somebody ended it',
      async (governed: Awaited<ReturnType<typeof aPausedPool>>) => governed.ledgers.desk.resume(pause),
      60_000,
    ],
  ])('%s, the next look puts right what was left', async (_, end, milliseconds) => {
    const governed = await aPausedPool();
    const { world, pool, told, clock } = governed;
    await enforce(world, pool, [aCall()]);
    await end(governed);
    clock.pass(milliseconds);

    await enforce(world, pool, [{ kind: 'sweep', sweep: 'a-sweep', eventTime: clock.now().toISOString() }]);

    expect(told.map(({ kind }) => kind)).toEqual(['paused', 'remediated']);
  });
});
