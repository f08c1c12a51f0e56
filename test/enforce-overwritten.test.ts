import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import type { World } from '../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const hook = 'arn:aws:lambda:eu-west-1:111122223333:function:another-gate';
const setting = 'LambdaConfig.PreSignUp' as const;

/** A pool that was put right at 10:00:00, and somebody's call of that second that wanted another trigger. */
const anOverwrittenCall = async () => {
  const governed = await aGovernedPool();
  const { world, pool, change, clock } = governed;
  await change(passwordsWith({ MinimumLength: 8 }));
  const fix = await enforce(world, pool, [aCall()]);
  clock.pass(10_000);
  const theirs = aCall({ eventId: 'theirs', requested: [{ setting, value: hook }] });
  return { ...governed, fix, theirs };
};

describe('a call that fell between our look and our write', () => {
  it('is told with our value and theirs', async () => {
    const { world, pool, told, theirs, fix } = await anOverwrittenCall();

    await enforce(world, pool, [theirs, aCall({ eventId: 'late', eventTime: '2026-11-23T10:00:09Z' })]);

    expect(told.at(-1)?.remarks).toMatchObject([
      { kind: 'lost-update', outcome: fix.id, eventId: 'theirs', settings: [{ setting, theirs: hook }] },
    ]);
  });

  it('is told where a look that came later covers it, under an id by which people hear it once', async () => {
    const { world, pool, told, theirs } = await anOverwrittenCall();
    await enforce(world, pool, [aCall({ eventId: 'late', eventTime: '2026-11-23T10:00:09Z' })]);

    const first = await enforce(world, pool, [theirs]);
    const again = await enforce(world, pool, [theirs]);

    expect(first).toMatchObject({ kind: 'reported', remarks: [{ kind: 'lost-update' }] });
    expect(again.id).toBe(first.id);
    expect(told.slice(-2).map(({ id }) => id)).toEqual([first.id, first.id]);
  });
});

describe('a call that fell before a write that somebody overwrote at once', () => {
  it('is told, though nothing of the write is to be seen', async () => {
    const { world, pool, change, told, clock } = await aGovernedPool();
    const weak = passwordsWith({ MinimumLength: 8 });
    await change(weak);
    const pools: World['pools'] = {
      ...world.pools,
      write: async (...args) => {
        const result = await world.pools.write(...args);
        await change(weak);
        return result;
      },
    };
    await enforce({ ...world, pools }, pool, [aCall()]);
    clock.pass(10_000);
    const theirs = aCall({ eventId: 'theirs', requested: [{ setting, value: hook }] });

    await enforce(world, pool, [theirs]);

    expect(told).toMatchObject([
      { kind: 'failed', changes: [] },
      { kind: 'remediated', remarks: [{ kind: 'lost-update', outcome: told[0]?.id, eventId: 'theirs' }] },
    ]);
  });
});

describe('a call that set what nobody had set before, between our look and our write', () => {
  it('is told with the nothing that we put back', async () => {
    const { world, pool, change, told, clock } = await aGovernedPool({
      create: { DeviceConfiguration: undefined },
    });
    await change(passwordsWith({ MinimumLength: 8 }));
    await enforce(world, pool, [aCall()]);
    clock.pass(10_000);
    const remembered = 'DeviceConfiguration.ChallengeRequiredOnNewDevice' as const;
    const requested = [{ setting: remembered, value: true }] as const;

    await enforce(world, pool, [aCall({ eventId: 'theirs', requested })]);

    expect(told.at(-1)?.remarks).toMatchObject([
      { kind: 'lost-update', settings: [{ setting: remembered, ours: null, theirs: true }] },
    ]);
  });
});

describe('a call that weakened a pool which is right by now', () => {
  it('is told with its caller, though an earlier look covers it', async () => {
    const { world, pool } = await anOverwrittenCall();
    await enforce(world, pool, [aCall({ eventId: 'late', eventTime: '2026-11-23T10:00:09Z' })]);
    const requested = [{ setting: 'Policies.PasswordPolicy.MinimumLength', value: 6 }] as const;
    const weakening = aCall({ eventId: 'weakening', eventTime: '2026-11-23T10:00:04Z', requested });

    const outcome = await enforce(world, pool, [weakening]);

    expect(outcome.remarks).toMatchObject([
      { kind: 'put-back', claims: [{ claimed: 6, required: 'at least 14', eventId: 'weakening' }] },
    ]);
  });

  it('is told where another rule, of which people know, stays broken', async () => {
    const { world, pool, change, clock } = await aGovernedPool();
    clock.pass(5_000);
    await change({ DeletionProtection: 'INACTIVE' });
    const reported = await enforce(world, pool, [aCall({ eventTime: '2026-11-23T10:00:05Z' })]);
    clock.pass(5_000);
    const seen = aCall({ eventId: 'seen', eventTime: '2026-11-23T10:00:09Z' });
    await enforce(world, pool, [seen]);
    const requested = [
      { setting: 'Policies.PasswordPolicy.MinimumLength', value: 6 },
      { setting: 'DeletionProtection', value: 'INACTIVE' },
    ] as const;

    const outcome = await enforce(world, pool, [
      aCall({ eventId: 'weakening', eventTime: '2026-11-23T10:00:04Z', requested }),
    ]);

    expect(reported.kind).toBe('reported');
    expect(outcome.remarks).toMatchObject([{ kind: 'put-back', claims: [{ eventId: 'weakening' }] }]);
  });

  it('is told although a call that came with it was told by itself before', async () => {
    const { world, pool } = await anOverwrittenCall();
    await enforce(world, pool, [aCall({ eventId: 'late', eventTime: '2026-11-23T10:00:09Z' })]);
    const requested = [{ setting: 'Policies.PasswordPolicy.MinimumLength', value: 6 }] as const;
    const weakening = (eventId: string) => aCall({ eventId, eventTime: '2026-11-23T10:00:04Z', requested });

    const first = await enforce(world, pool, [weakening('one')]);
    const both = await enforce(world, pool, [weakening('one'), weakening('two')]);

    expect(both.remarks).toMatchObject([{ claims: [{ eventId: 'one' }, { eventId: 'two' }] }]);
    expect(both.id).not.toBe(first.id);
  });
});
