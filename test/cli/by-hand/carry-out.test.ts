import { DeleteUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, vi } from 'vitest';
import { enforce } from '../../../src/enforce.ts';
import type { World } from '../../../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from '../../support/a-governed-pool.ts';
import { anOwner } from '../../support/an-owner.ts';
import { undoOutcome } from './undoing.ts';

/** A pool that was weakened and put right, and what it was before. */
const aRemediatedPool = async () => {
  const governed = await aGovernedPool();
  const { world, pool, change } = governed;
  await change(passwordsWith({ MinimumLength: 8 }));
  const weak = await governed.describe();
  const outcome = await enforce(world, pool, [aCall()]);
  return { ...governed, weak, outcome };
};

const writesOf = (calls: readonly string[]): number =>
  calls.filter((call) => call === 'UpdateUserPool').length;

describe('an undo', () => {
  it('gives the pool back as it was, and nothing else moves', async () => {
    const { world, pool, outcome, weak, describe: describePool } = await aRemediatedPool();

    const done = await undoOutcome(world, pool, outcome);

    expect(done).toMatchObject({
      kind: 'done',
      outcome: { kind: 'remediated', changes: [{ from: 14, to: 8 }], sideEffects: [], refusals: [] },
    });
    expect(await describePool()).toEqual(weak);
  });

  it('is kept with its pre-image, so that it can be undone itself', async () => {
    const { world, ledgers, pool, outcome, describe: describePool } = await aRemediatedPool();
    const right = await describePool();
    const done = await undoOutcome(world, pool, outcome);
    const kept = await ledgers.desk.outcome(done.kind === 'done' ? done.outcome.id : '');

    expect(kept?.preImage).toBeDefined();
    expect(kept?.outcome.reason).toContain(`had outcome ${outcome.id} undone`);
    if (kept) await undoOutcome(world, pool, kept.outcome);
    expect(await describePool()).toEqual(right);
  });

  it('names whose pool it is, whom its tags named until lately too', async () => {
    const { world, pool, outcome, change } = await aRemediatedPool();
    const owners = [anOwner(), anOwner({ name: 'identity', pools: { arns: [pool.arn] } })];
    const owned = { ...world, policies: { ...world.policies, owners } };
    await change({ ...passwordsWith({}), UserPoolTags: { team: 'checkout' } });
    await enforce(owned, pool, [aCall({ eventId: 'tagged' })]);
    await change({ ...passwordsWith({}), UserPoolTags: { team: 'other' } });

    const done = await undoOutcome(owned, pool, outcome);

    expect(done).toMatchObject({
      outcome: {
        owners: [
          { name: 'identity', claimed: false },
          { name: 'checkout-team', claimed: true, lastClaimedAt: expect.any(String) },
        ],
      },
    });
  });

  it('refuses the second time', async () => {
    const { world, pool, outcome, ourCalls } = await aRemediatedPool();
    await undoOutcome(world, pool, outcome);
    const before = writesOf(ourCalls());

    const again = await undoOutcome(world, pool, outcome);

    expect(again).toMatchObject({
      kind: 'not-shown',
      look: { plan: { refusals: [{ code: 'changed-since' }] } },
    });
    expect(writesOf(ourCalls())).toBe(before);
  });

  it('writes nothing where somebody changed the setting while it was shown', async () => {
    const { world, pool, outcome, change, ourCalls } = await aRemediatedPool();
    const before = writesOf(ourCalls());
    const prepare = vi.fn(async () => {});

    const done = await undoOutcome(world, pool, outcome, {
      beforeWrite: () => change(passwordsWith({ MinimumLength: 20 })),
      prepare,
    });

    expect(done).toMatchObject({
      kind: 'differs',
      look: { plan: { refusals: [{ code: 'changed-since' }] } },
    });
    expect(writesOf(ourCalls())).toBe(before);
    expect(prepare).not.toHaveBeenCalled();
  });

  it('carries what somebody changed beside it', async () => {
    const { world, pool, outcome, change, describe: describePool } = await aRemediatedPool();

    await undoOutcome(world, pool, outcome, {
      beforeWrite: () => change({ ...passwordsWith({}), UserPoolTags: { team: 'other' } }),
    });

    expect(await describePool()).toMatchObject({
      UserPoolTags: { team: 'other' },
      Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
    });
  });

  it('finds no pool where it is gone', async () => {
    const { world, pool, outcome, change, developer } = await aRemediatedPool();

    const done = await undoOutcome(world, pool, outcome, {
      beforeWrite: async () => {
        await change({ ...passwordsWith({}), DeletionProtection: 'INACTIVE' });
        await developer.send(new DeleteUserPoolCommand({ UserPoolId: pool.id }));
      },
    });

    expect(done).toEqual({ kind: 'gone' });
  });

  it('is tried again with a new look where AWS is busy with another update', async () => {
    const { world, pool, outcome, sandbox, describe: describePool, weak } = await aRemediatedPool();
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool', times: 1 });

    const done = await undoOutcome(world, pool, outcome);

    expect(done).toMatchObject({ kind: 'done', outcome: { kind: 'remediated' } });
    expect(await describePool()).toEqual(weak);
  });

  it('stops where somebody changes the setting between two tries', async () => {
    const { world, pool, outcome, change, sandbox } = await aRemediatedPool();
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool', times: 1 });
    const takeBack = vi.fn(async () => {});
    const wait = async (milliseconds: number) => {
      await change(passwordsWith({ MinimumLength: 20 }));
      await world.wait(milliseconds);
    };

    const done = await undoOutcome({ ...world, wait }, pool, outcome, { takeBack });

    expect(done).toMatchObject({
      kind: 'done',
      outcome: { kind: 'refused', changes: [], refusals: [{ code: 'changed-since' }] },
    });
    expect(takeBack).toHaveBeenCalledOnce();
  });
});

describe('what was prepared for a write', () => {
  it('stays where it is written', async () => {
    const { world, pool, outcome } = await aRemediatedPool();
    const [prepare, takeBack] = [vi.fn(async () => {}), vi.fn(async () => {})];

    await undoOutcome(world, pool, outcome, { prepare, takeBack });

    expect(prepare).toHaveBeenCalledOnce();
    expect(takeBack).not.toHaveBeenCalled();
  });

  it('is taken back where AWS refuses the write', async () => {
    const { world, pool, outcome, sandbox } = await aRemediatedPool();
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });
    const [prepare, takeBack] = [vi.fn(async () => {}), vi.fn(async () => {})];

    const done = await undoOutcome(world, pool, outcome, { prepare, takeBack });

    expect(done).toMatchObject({ outcome: { kind: 'refused', refusals: [{ code: 'missing-permission' }] } });
    expect(takeBack).toHaveBeenCalledOnce();
  });

  it('is taken back where nothing could be remembered, and nothing was written', async () => {
    const { world, pool, outcome, ourCalls } = await aRemediatedPool();
    const before = writesOf(ourCalls());
    const ledger = { ...world.ledger, remember: async () => false };
    const takeBack = vi.fn(async () => {});

    await expect(undoOutcome({ ...world, ledger }, pool, outcome, { takeBack })).rejects.toThrow('ran out');

    expect(takeBack).toHaveBeenCalledOnce();
    expect(writesOf(ourCalls())).toBe(before);
  });

  it('stays where nobody saw how the write ended', async () => {
    const { world, pool, outcome } = await aRemediatedPool();
    const broken: World = {
      ...world,
      pools: {
        ...world.pools,
        write: async () => {
          throw new Error('no line');
        },
      },
    };
    const takeBack = vi.fn(async () => {});

    await expect(undoOutcome(broken, pool, outcome, { takeBack })).rejects.toThrow('no line');

    expect(takeBack).not.toHaveBeenCalled();
  });

  it('prevents the write where it fails', async () => {
    const { world, pool, outcome, ourCalls } = await aRemediatedPool();
    const before = writesOf(ourCalls());
    const prepare = async () => {
      throw new Error('no ledger');
    };

    await expect(undoOutcome(world, pool, outcome, { prepare })).rejects.toThrow('no ledger');

    expect(writesOf(ourCalls())).toBe(before);
    expect((await enforce(world, pool, [aCall({ eventTime: '2026-11-23T11:00:00Z' })])).kind).toBe(
      'compliant',
    );
  });
});

describe('the claim of a person', () => {
  it('waits for a look that is under way, and for nothing longer than that', async () => {
    const { world, pool, outcome, clock } = await aRemediatedPool();
    await world.ledger.claim(pool, [], clock.now().toISOString());

    const done = await undoOutcome(world, pool, outcome);

    expect(done).toMatchObject({ kind: 'done' });
    expect(clock.waits.length).toBeGreaterThan(40);
  });

  it('says so where the pool is never free', async () => {
    const { world, pool, outcome } = await aRemediatedPool();
    const ledger = { ...world.ledger, claim: async () => ({ kind: 'busy' }) as const };

    expect(await undoOutcome({ ...world, ledger }, pool, outcome)).toEqual({ kind: 'busy' });
  });

  it('leaves it to a look to finish what broke off', async () => {
    const { world, pool, outcome, clock, change } = await aRemediatedPool();
    const gone = { ...world.ledger, abandon: async () => {} };
    const broken = { ...world.pools, write: () => Promise.reject(new Error('crash')) };
    await change(passwordsWith({ RequireSymbols: false }));
    await enforce({ ...world, ledger: gone, pools: broken }, pool, [aCall({ eventId: 'second' })]).catch(
      () => {},
    );
    clock.pass(91_000);

    expect(await undoOutcome(world, pool, outcome)).toEqual({ kind: 'unfinished' });
  });

  it('loses no call that waits for a look, nor one that comes in meanwhile', async () => {
    const { world, pool, outcome, clock, told } = await aRemediatedPool();
    const now = () => clock.now().toISOString();
    const claim = await world.ledger.claim(pool, [], now());
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    await world.ledger.claim(pool, [aCall({ eventId: 'before' })], now());
    await world.ledger.abandon(claim.lease);
    const prepare = async () => {
      await world.ledger.claim(pool, [aCall({ eventId: 'meanwhile' })], now());
    };

    const done = await undoOutcome(world, pool, outcome, { prepare });
    clock.pass(5000);
    await enforce(world, pool, [aCall({ eventId: 'after', eventTime: now() })]);

    expect(done).toMatchObject({ callsWait: true });
    expect(told.at(-1)?.causes).toMatchObject([
      { eventId: 'meanwhile' },
      { eventId: 'before' },
      { kind: 'asked' },
      { eventId: 'after' },
    ]);
  });

  it('holds no pool for longer than it takes, where its lease ran out on the way', async () => {
    const { world, pool, outcome, clock } = await aRemediatedPool();
    const now = () => clock.now().toISOString();
    const claim = await world.ledger.claim(pool, [], now());
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    await world.ledger.claim(pool, [aCall({ eventId: 'before' })], now());
    await world.ledger.abandon(claim.lease);
    const write: World['pools']['write'] = async (...args) => {
      const result = await world.pools.write(...args);
      clock.pass(91_000);
      return result;
    };

    const done = await undoOutcome({ ...world, pools: { ...world.pools, write } }, pool, outcome);

    expect(done).toMatchObject({ kind: 'done', callsWait: true });
    expect(await world.ledger.claim(pool, [], now())).toMatchObject({
      kind: 'claimed',
      waiting: [{ eventId: 'before' }],
    });
  });

  it('answers for nobody’s call: the event of its own write is looked at', async () => {
    const { world, pool, outcome, clock } = await aRemediatedPool();
    const done = await undoOutcome(world, pool, outcome);
    const id = done.kind === 'done' ? done.outcome.id : '';
    const echo = aCall({
      eventId: 'echo',
      eventTime: clock.now().toISOString(),
      actor: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::111122223333:user/ada',
        userAgent: `cognito-lifeguard/${id}`,
      },
    });

    const looked = await enforce(world, pool, [echo]);

    expect(looked).toMatchObject({ kind: 'remediated', causes: [{ eventId: 'echo' }] });
  });
});

describe('rules that rest after an undo', () => {
  it('are told and not put right, until a day is over', async () => {
    const { world, ledgers, pool, outcome, clock } = await aRemediatedPool();
    const until = new Date(clock.now().getTime() + 86_400_000).toISOString();
    const request = { id: 'request', by: 'ada', at: clock.now().toISOString(), outcome: outcome.id, until };
    const prepare = async () => {
      await ledgers.desk.ask(pool, { ...request, kind: 'rest', rules: ['password-minimum-length'] });
    };
    await undoOutcome(world, pool, outcome, { prepare });

    const resting = await enforce(world, pool, [
      aCall({ eventId: '2', eventTime: clock.now().toISOString() }),
    ]);
    clock.pass(86_500_000);
    const rested = await enforce(world, pool, [
      aCall({ eventId: '3', eventTime: clock.now().toISOString() }),
    ]);

    expect(resting).toMatchObject({ kind: 'reported', findings: [{ left: { kind: 'undone' } }] });
    expect(rested).toMatchObject({ kind: 'remediated', changes: [{ from: 8, to: 14 }] });
  });
});
