import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const settling = { settleSeconds: 20, leavesDebt: false };
const weak = passwordsWith({ MinimumLength: 8 });
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();
const callAt = (seconds: number, eventId: string) => aCall({ eventId, eventTime: at(seconds) });
const isWrite = (call: string) => call === 'UpdateUserPool';

/** A weakened pool, two seconds after the call that weakened it. */
const aChangingPool = async () => {
  const governed = await aGovernedPool({ habits: settling });
  await governed.change(weak);
  governed.clock.pass(2_000);
  return governed;
};

describe('a pool that somebody is still changing', () => {
  it('is left alone, and looked at again when it has been for 20 seconds', async () => {
    const { world, pool, told, later, ourCalls } = await aChangingPool();

    const outcome = await enforce(world, pool, [callAt(0, 'one')]);

    expect(outcome.kind).toBe('covered');
    expect(later).toEqual([{ pool, seconds: 18 }]);
    expect(told).toEqual([]);
    expect(ourCalls().filter(isWrite)).toEqual([]);
  });

  it('is put right by that look, which names every call that came meanwhile and took no look of its own', async () => {
    const { world, pool, clock, told, ourCalls } = await aChangingPool();
    await enforce(world, pool, [callAt(0, 'one')]);
    clock.pass(10_000);
    const second = await enforce(world, pool, [callAt(11, 'two')]);
    const looks = ourCalls().length;
    clock.pass(19_000);

    await enforce(world, pool, [], true);

    expect(second.kind).toBe('covered');
    expect(looks).toBe(2);
    expect(told).toMatchObject([{ kind: 'remediated', causes: [{ eventId: 'one' }, { eventId: 'two' }] }]);
  });

  it('is left alone once more where a call came a moment before that look', async () => {
    const { world, pool, clock, later, told } = await aChangingPool();
    await enforce(world, pool, [callAt(0, 'one')]);
    clock.pass(16_000);
    await enforce(world, pool, [callAt(17, 'two')]);
    clock.pass(2_000);

    await enforce(world, pool, [], true);

    expect(later.map(({ seconds }) => seconds)).toEqual([18, 17]);
    expect(told).toEqual([]);
  });

  it('is put right at the latest five minutes after the first call, whatever goes on', async () => {
    const { world, pool, clock, told } = await aChangingPool();
    await enforce(world, pool, [callAt(0, 'first')]);
    for (let seconds = 10; seconds < 300; seconds += 10) {
      clock.pass(10_000);
      await enforce(world, pool, [callAt(seconds, `call-${seconds}`)], true);
    }
    expect(told).toEqual([]);
    clock.pass(10_000);

    await enforce(world, pool, [callAt(301, 'last')], true);

    expect(told).toMatchObject([{ kind: 'remediated', causesOmitted: 11 }]);
  });

  it('is put right then, too, where many sessions do something graver beside it', async () => {
    const { world, pool, clock, told } = await aChangingPool();
    await enforce(world, pool, [callAt(0, 'first')]);
    const grave = Array.from({ length: 40 }, (_, index) =>
      aCall({
        eventId: `grave-${index}`,
        eventTime: at(5),
        call: 'CreateIdentityProvider',
        governed: false,
        actor: { type: 'AssumedRole', arn: `arn:aws:sts::111122223333:assumed-role/Developer/${index}` },
      }),
    );
    clock.pass(8_000);
    await enforce(world, pool, [...grave, callAt(9, 'second')]);
    for (let seconds = 20; seconds < 320; seconds += 10) {
      await enforce(world, pool, [callAt(seconds, `call-${seconds}`)], true);
      clock.pass(10_000);
    }

    expect(told).toMatchObject([{ kind: 'remediated' }]);
  });

  it('is put right at once where a critical rule is broken', async () => {
    const { world, pool, told } = await aChangingPool();
    const policies = {
      ...world.policies,
      policies: world.policies.policies.map((policy) => ({
        ...policy,
        rules: policy.rules.map((rule) => ({ ...rule, severity: 'critical' as const })),
      })),
    };

    await enforce({ ...world, policies }, pool, [callAt(0, 'one')]);

    expect(told).toMatchObject([{ kind: 'remediated' }]);
  });

  it('is looked at by a sweep that comes meanwhile, which does not hurry it either', async () => {
    const { world, pool, clock, told } = await aChangingPool();
    await enforce(world, pool, [callAt(0, 'one')]);
    clock.pass(1_000);
    const sweep = { kind: 'sweep', sweep: 'a-sweep', eventTime: clock.now().toISOString() } as const;

    await enforce(world, pool, [sweep]);
    clock.pass(18_000);
    await enforce(world, pool, [], true);

    expect(told).toMatchObject([{ kind: 'remediated', causes: [{ eventId: 'one' }, { kind: 'sweep' }] }]);
  });
});
