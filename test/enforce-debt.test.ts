import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const careful = { settleSeconds: 0, leavesDebt: true };
const sweep = (eventTime: string) => ({ kind: 'sweep', sweep: 'a-sweep', eventTime }) as const;
const lengthOf = (userPool: object) =>
  (userPool as { Policies: { PasswordPolicy: { MinimumLength: number } } }).Policies.PasswordPolicy
    .MinimumLength;

/** A pool that was weak before Lifeguard came, after its first sweep. */
const anIndebtedPool = async () => {
  const governed = await aGovernedPool({
    create: passwordsWith({ MinimumLength: 10 }),
    habits: careful,
  });
  governed.clock.pass(3_600_000);
  const first = await enforce(governed.world, governed.pool, [sweep(governed.clock.now().toISOString())]);
  return { ...governed, first };
};

describe('what was wrong before Lifeguard came', () => {
  it('is found by the first sweep and left', async () => {
    const { first, ourCalls } = await anIndebtedPool();

    expect(first).toMatchObject({
      kind: 'reported',
      findings: [{ rule: 'password-minimum-length', mode: 'notify', left: { kind: 'debt' } }],
      changes: [],
    });
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });

  it('is noted for the digest', async () => {
    const { ledgers, pool } = await anIndebtedPool();

    expect(await Array.fromAsync(ledgers.desk.notes('a-sweep'))).toMatchObject([
      { pool: { id: pool.id }, findings: [{ rule: 'password-minimum-length', left: { kind: 'debt' } }] },
    ]);
  });

  it('is left when something else is put right', async () => {
    const { world, pool, change, clock, describe: look } = await anIndebtedPool();
    await change(passwordsWith({ MinimumLength: 10, RequireSymbols: false }));
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [aCall({ eventTime: clock.now().toISOString() })]);

    expect(outcome.changes).toMatchObject([{ setting: 'Policies.PasswordPolicy.RequireSymbols' }]);
    expect(lengthOf(await look())).toBe(10);
  });

  it('is put right at once, to what policy requires, where somebody makes it worse', async () => {
    const { world, pool, change, clock, describe: look } = await anIndebtedPool();
    await change(passwordsWith({ MinimumLength: 9 }));
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [aCall({ eventTime: clock.now().toISOString() })]);

    expect(outcome.kind).toBe('remediated');
    expect(lengthOf(await look())).toBe(14);
  });

  it('is put right by the next look once a person has accepted it', async () => {
    const { world, pool, ledgers, clock, describe: look } = await anIndebtedPool();
    const rules = ['password-minimum-length'];
    const at = clock.now().toISOString();
    await ledgers.desk.ask(pool, { kind: 'accept', id: 'one', by: 'an operator', at, rules });
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [sweep(clock.now().toISOString())]);

    expect(outcome.kind).toBe('remediated');
    expect(lengthOf(await look())).toBe(14);
  });
});

describe('what is wrong with a pool whose memory is gone', () => {
  it('is put right and told, not taken for debt', async () => {
    const { world, pool, told, ledgers, clock } = await aGovernedPool({
      create: passwordsWith({ MinimumLength: 10 }),
      habits: careful,
    });
    clock.pass(3_600_000);
    const watch = { since: clock.now().toISOString(), isComplete: true };
    await ledgers.book.replace(
      { watch, policies: world.policies, policiesSince: watch.since, pausesTold: [], exemptionsTold: [] },
      0,
    );

    await enforce(world, pool, [sweep(clock.now().toISOString())]);

    expect(told).toMatchObject([{ kind: 'remediated', remarks: [{ kind: 'memory-lost' }] }]);
  });
});
