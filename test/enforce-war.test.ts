import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const minute = 60_000;
const weak = passwordsWith({ MinimumLength: 8 });

/** A pool that somebody weakens again and again. */
const aContestedPool = async () => {
  const governed = await aGovernedPool();
  const { world, pool, clock, change, ourCalls } = governed;
  let calls = 0;
  return {
    ...governed,
    /** Somebody weakens the pool, and the event arrives a few seconds later. */
    weaken: async () => {
      await change(weak);
      clock.pass(5_000);
      calls += 1;
      return enforce(world, pool, [
        aCall({ eventId: `weakening-${calls}`, eventTime: clock.now().toISOString() }),
      ]);
    },
    writes: () => ourCalls().filter((call) => call === 'UpdateUserPool').length,
    pass: (minutes: number) => clock.pass(minutes * minute),
    /** The look that was asked for. */
    due: () => enforce(world, pool, [], true),
  };
};

/** After one fix and three undoings: the breaker has just opened. */
const aWar = async () => {
  const contested = await aContestedPool();
  for (let time = 0; time < 4; time += 1) {
    if (time > 0) contested.pass(1);
    await contested.weaken();
  }
  return contested;
};

describe('somebody who undoes us three times in an hour', () => {
  it('is put right at once until then, and named in one urgent notice', async () => {
    const { told, writes } = await aWar();

    expect(told.map(({ kind }) => kind)).toEqual(['remediated', 'remediated', 'remediated', 'paused']);
    expect(told.at(-1)?.remarks).toMatchObject([
      {
        kind: 'war',
        times: 3,
        settings: ['Policies.PasswordPolicy.MinimumLength'],
        actors: [{ arn: 'arn:aws:sts::111122223333:assumed-role/Developer/on-call' }],
      },
    ]);
    expect(writes()).toBe(3);
  });

  it('is told as having brought it back until then, each time', async () => {
    const { told } = await aWar();

    const setting = 'Policies.PasswordPolicy.MinimumLength';
    expect(told.slice(0, 3).map(({ remarks }) => remarks)).toEqual([
      [],
      [{ kind: 'brought-back', settings: [setting], times: 1 }],
      [{ kind: 'brought-back', settings: [setting], times: 2 }],
    ]);
  });

  it('has us write a minute later, and after that ever more rarely, down to once an hour', async () => {
    const { weaken, due, later, writes, pass } = await aWar();
    const waited = [1, 5, 15, 60, 60];

    for (const [index, minutes] of waited.entries()) {
      expect(later.at(-1)?.seconds).toBe(Math.min(900, minutes * 60));
      pass(minutes);
      await due();
      expect(writes()).toBe(4 + index);
      await weaken();
    }
  });

  it('hears of it once: what is put right and undone after that is kept to ourselves', async () => {
    const { told, weaken, due, pass } = await aWar();
    const before = told.length;

    for (const minutes of [1, 5, 15]) {
      pass(minutes);
      await due();
      await weaken();
    }

    expect(told.slice(before).every(({ quiet }) => quiet === true)).toBe(true);
  });

  it('hides nothing behind the war: what else they weaken, and what else they do, is told', async () => {
    const { change, world, pool, clock, told, due, pass } = await aWar();
    const callAt = (eventId: string, overrides = {}) =>
      enforce(world, pool, [aCall({ eventId, eventTime: clock.now().toISOString(), ...overrides })]);
    pass(1);
    await due();
    await change(passwordsWith({ RequireSymbols: false }));
    clock.pass(5_000);

    await callAt('unprotected');
    await callAt('provider', { call: 'CreateIdentityProvider', governed: false });

    expect(told.slice(-2)).toMatchObject([{ kind: 'remediated' }, { kind: 'reported' }]);
    expect(told.slice(-2).some(({ quiet }) => quiet)).toBe(false);
  });

  it('asks for one later look, however many calls come while we hold back', async () => {
    const { later, weaken } = await aWar();
    const asked = later.length;

    await weaken();
    await weaken();

    expect(later).toHaveLength(asked);
  });

  it('is put right in time who puts it right while we hold back, and weakens it again after we looked', async () => {
    const { change, world, pool, clock, weaken, due, later, writes, pass } = await aWar();
    await change({});
    clock.pass(5_000);
    await enforce(world, pool, [aCall({ eventId: 'mended', eventTime: clock.now().toISOString() })]);
    pass(0.5);
    await due();
    await weaken();

    expect(later.at(-1)?.seconds).toBeLessThan(30);
    pass(0.5);
    await due();
    expect(writes()).toBe(4);
  });

  it('is at peace with us after a day without an undoing, which is told, and closes what was open', async () => {
    const { told, world, pool, clock, due, pass } = await aWar();
    pass(1);
    await due();
    pass(24 * 60);

    await enforce(world, pool, [{ kind: 'sweep', sweep: 'a-sweep', eventTime: clock.now().toISOString() }]);

    expect(told.at(-1)).toMatchObject({
      kind: 'compliant',
      remarks: [{ kind: 'war-over' }, { kind: 'back-in-compliance' }],
    });
  });

  it('is put right at once again when a person closes the breaker', async () => {
    const { ledgers, pool, clock, weaken, told } = await aWar();
    const at = clock.now().toISOString();
    await ledgers.desk.ask(pool, { kind: 'close-breaker', id: 'one', by: 'an operator', at });

    await weaken();

    expect(told.at(-1)?.kind).toBe('remediated');
  });
});
