import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import type { World } from '../src/world.ts';
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

  it('nothing is written by a look that had begun before and is trying again', async () => {
    const { world, pool, change, ledgers, sandbox, told, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool', times: 1 });
    const wait: World['wait'] = async (milliseconds) => {
      await ledgers.desk.pause(pause);
      await world.wait(milliseconds);
    };

    await enforce({ ...world, wait }, pool, [aCall()]);

    expect(told).toMatchObject([{ kind: 'paused', changes: [], findings: [{ resolved: false }] }]);
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(1);
  });

  it('nothing is written by a look that goes on for a call that came after the pause', async () => {
    const { world, pool, change, ledgers, told } = await aGovernedPool();
    const tell: World['tell'] = async (outcome) => {
      await world.tell(outcome);
      if (told.length > 1) return;
      await ledgers.desk.pause(pause);
      await change(passwordsWith({ MinimumLength: 8 }));
      await enforce(world, pool, [aCall({ eventId: 'after' })]);
    };

    await enforce({ ...world, tell }, pool, [aCall()]);

    expect(told).toMatchObject([{ kind: 'compliant' }, { kind: 'paused', changes: [] }]);
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
