import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { aPolicy, aPolicySet } from './support/a-policy.ts';

const day = 24 * 60 * 60 * 1000;

/** A pool that a policy binds by its tag, and a call that takes the tag away and weakens it. */
const anUntaggedPool = async () => {
  const governed = await aGovernedPool({ create: { UserPoolTags: { tier: 'gold' } } });
  const { clock, change, pool } = governed;
  const world = {
    ...governed.world,
    policies: aPolicySet({ policies: [aPolicy({ name: 'gold', appliesTo: { tags: { tier: ['gold'] } } })] }),
  };
  const look = (eventId: string) =>
    enforce(world, pool, [aCall({ eventId, eventTime: clock.now().toISOString() })]);
  await look('seen');
  return {
    clock,
    look,
    weaken: () => change({ ...passwordsWith({ MinimumLength: 8 }), UserPoolTags: {} }),
  };
};

describe('a pool that loses the tag by which a policy bound it', () => {
  it('is put right all the same, and told of once', async () => {
    const { clock, look, weaken } = await anUntaggedPool();
    clock.pass(day);
    await weaken();

    expect(await look('untagged')).toMatchObject({
      kind: 'remediated',
      changes: [{ setting: 'Policies.PasswordPolicy.MinimumLength' }],
      remarks: [{ kind: 'left-scope', policies: ['gold'], until: '2026-12-23T10:00:00.000Z' }],
    });
    clock.pass(day);
    expect((await look('again')).remarks).toEqual([]);
  });

  it('is free after 30 days', async () => {
    const { clock, look, weaken } = await anUntaggedPool();
    clock.pass(30 * day);
    await weaken();

    expect(await look('untagged')).toMatchObject({ kind: 'compliant', changes: [], remarks: [] });
  });
});
