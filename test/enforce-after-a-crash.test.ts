import { DeleteUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import type { World } from '../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { crashes, crashingAt, distinct } from './support/crashing-at.ts';

describe('a process that is gone in the middle of a look', () => {
  it.each(crashes)('leaves a story that the next trigger finishes: %s, %s', async (step, when) => {
    const { world, pool, change, told, describe: describePool, clock } = await aGovernedPool();
    const sound = await describePool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const first = aCall({ eventId: 'first' });

    await expect(enforce(crashingAt(world, step, when), pool, [first])).rejects.toThrow('crash');
    clock.pass(91_000);
    await enforce(world, pool, [first]);

    expect(await describePool()).toEqual(sound);
    const remediations = distinct(told).filter(({ kind }) => kind === 'remediated');
    expect(remediations).toMatchObject([
      {
        changes: [{ from: 8, to: 14 }],
        findings: [{ found: 8, now: 14, resolved: true }],
        causes: [{ eventId: 'first' }],
      },
    ]);
  });

  it('is finished under its own id, from what was remembered', async () => {
    const { world, pool, change, told, clock } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    await expect(enforce(crashingAt(world, 'write', 'after'), pool, [aCall()])).rejects.toThrow('crash');
    expect(told).toEqual([]);
    clock.pass(91_000);

    await enforce(world, pool, [aCall({ eventId: 'later', eventTime: '2026-11-23T10:02:00Z' })]);

    expect(told[0]).toMatchObject({
      kind: 'remediated',
      causes: [{ eventId: aCall().eventId }],
      carried: told[0]?.carried,
    });
    expect(told[0]?.carried).toBeGreaterThan(30);
    expect(told[1]).toMatchObject({ kind: 'compliant', causes: [{ eventId: 'later' }] });
  });

  it('is finished in one notice, though the pool has more to tell of', async () => {
    const { world, pool, change, told, clock } = await aGovernedPool();
    await change({ ...passwordsWith({ MinimumLength: 8 }), DeletionProtection: 'INACTIVE' });
    const first = aCall({ eventId: 'first' });
    await expect(enforce(crashingAt(world, 'write', 'after'), pool, [first])).rejects.toThrow('crash');
    clock.pass(91_000);

    await enforce(world, pool, [first]);

    expect(told).toMatchObject([{ kind: 'remediated', causes: [{ eventId: 'first' }] }, { causes: [] }]);
  });

  it('says what went wrong first, though the ledger is gone too', async () => {
    const { world, pool, sandbox } = await aGovernedPool();
    sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });
    const abandon = async () => {
      throw new Error('no ledger');
    };

    const looking = enforce({ ...world, ledger: { ...world.ledger, abandon } }, pool, [aCall()]);

    await expect(looking).rejects.toThrow("Can't read user pool");
  });

  it('leaves the pool to others at once where the failure could be caught', async () => {
    const { world, pool, sandbox } = await aGovernedPool();
    const fault = sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });

    await expect(enforce(world, pool, [aCall()])).rejects.toThrow("Can't read user pool");
    fault.remove();

    expect((await enforce(world, pool, [aCall()])).kind).toBe('compliant');
  });
});

describe('our own write, coming back as an event', () => {
  const ours = (id: string, overrides = {}) =>
    aCall({
      eventId: `echo-of-${id}`,
      eventTime: '2026-11-23T10:00:02Z',
      actor: { type: 'AssumedRole', userAgent: `aws-sdk-js cognito-lifeguard/${id}` },
      ...overrides,
    });

  it('is not told where it left something that people know of', async () => {
    const { world, pool, change, told } = await aGovernedPool();
    await change({ ...passwordsWith({ MinimumLength: 8 }), DeletionProtection: 'INACTIVE' });
    const { id } = await enforce(world, pool, [aCall()]);

    const echo = await enforce(world, pool, [ours(id)]);

    expect(told[0]).toMatchObject({
      kind: 'remediated',
      findings: [{ resolved: true }, { resolved: false, now: 'INACTIVE' }],
    });
    expect(echo).toMatchObject({ kind: 'covered', reason: expect.stringContaining('our own write') });
  });

  it('excuses nothing: whoever forges it is found out by the look', async () => {
    const { world, pool, change, told } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const { id } = await enforce(world, pool, [aCall()]);
    await change({ DeletionProtection: 'INACTIVE', UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } });

    await enforce(world, pool, [ours(id)]);

    expect(told.at(-1)).toMatchObject({ kind: 'remediated', changes: [{ from: 'OFF', to: 'ENFORCED' }] });
  });

  it.each([
    ['CreateIdentityProvider', false],
    ['DeleteUserPool', false],
    ['TagResource', true],
  ])('is none where the call is %s, which we never make', async (call, governed) => {
    const { world, pool, change, told } = await aGovernedPool();
    await change({ ...passwordsWith({ MinimumLength: 8 }), DeletionProtection: 'INACTIVE' });
    const { id } = await enforce(world, pool, [aCall()]);

    await enforce(world, pool, [ours(id, { call, governed })]);

    expect(told.at(-1)).toMatchObject({ kind: 'reported', causes: [{ call }] });
  });

  it('is told where the pool is gone', async () => {
    const { world, pool, change, told, developer } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const { id } = await enforce(world, pool, [aCall()]);
    await change({ DeletionProtection: 'INACTIVE' });
    await developer.send(new DeleteUserPoolCommand({ UserPoolId: pool.id }));

    await enforce(world, pool, [ours(id)]);

    expect(told.at(-1)).toMatchObject({ kind: 'gone' });
  });

  it('hides nobody who called at the same time', async () => {
    const { world, pool, change, told } = await aGovernedPool();
    await change({ ...passwordsWith({ MinimumLength: 8 }), DeletionProtection: 'INACTIVE' });
    const { id } = await enforce(world, pool, [aCall()]);

    await enforce(world, pool, [ours(id), aCall({ eventId: 'another', eventTime: '2026-11-23T10:00:02Z' })]);

    expect(told.at(-1)).toMatchObject({ kind: 'reported', causes: [{}, { eventId: 'another' }] });
  });
});

describe('two triggers for one pool', () => {
  it('are both named by whoever comes after a holder that is gone', async () => {
    const { world, pool, told, clock } = await aGovernedPool();
    const waiting = aCall({ eventId: 'waiting', eventTime: '2026-11-23T10:00:01Z' });
    const crashing = crashingAt(world, 'read', 'before');
    await world.ledger.claim(pool, [aCall({ eventId: 'holder' })], clock.now().toISOString());
    expect((await enforce(world, pool, [waiting])).kind).toBe('covered');
    clock.pass(91_000);
    await expect(enforce(crashing, pool, [aCall({ eventId: 'second' })])).rejects.toThrow('crash');
    clock.pass(91_000);

    await enforce(world, pool, [aCall({ eventId: 'third', eventTime: '2026-11-23T10:05:00Z' })]);

    expect(told.at(-1)?.causes).toMatchObject([{ eventId: 'waiting' }, { eventId: 'third' }]);
  });

  it('write once, and the look that goes on names the second one too', async () => {
    const { world, pool, change, told, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));

    const [first, second] = await Promise.all([
      enforce(world, pool, [aCall({ eventId: 'first' })]),
      enforce(world, pool, [aCall({ eventId: 'second' })]),
    ]);

    expect(second).toMatchObject({ kind: 'covered' });
    expect(first.causes).toMatchObject([{ eventId: 'second' }]);
    expect(told.map(({ kind }) => kind)).toEqual(['remediated', 'compliant']);
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(1);
  });

  it('are one look where the second comes during it and was made before it began', async () => {
    const { world, pool, change, told, clock, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    clock.pass(10_000);
    const requested = [{ setting: 'Policies.PasswordPolicy.MinimumLength', value: 8 }] as const;

    await Promise.all([
      enforce(world, pool, [aCall({ eventId: 'first' })]),
      enforce(world, pool, [aCall({ eventId: 'second', requested })]),
    ]);

    expect(ourCalls().filter((call) => call === 'DescribeUserPool')).toHaveLength(2);
    expect(told).toMatchObject([
      { kind: 'remediated', causes: [{ eventId: 'first' }] },
      { kind: 'reported', remarks: [{ kind: 'put-back', claims: [{ eventId: 'second' }] }] },
    ]);
  });

  it('that come without end do not hold a process until it is stopped: another one looks', async () => {
    const { world, pool, told, later } = await aGovernedPool();
    let calls = 0;
    let timeLeft = 60_000;
    const busy: World = {
      ...world,
      timeLeft: () => timeLeft,
      tell: async (outcome) => {
        await world.tell(outcome);
        timeLeft -= 10_000;
        calls += 1;
        if (calls < 9) await enforce(world, pool, [aCall({ eventId: `call-${calls}` })]);
      },
    };
    await enforce(busy, pool, [aCall()]);
    const looks = told.length;

    await enforce(world, pool, [], true);

    expect(looks).toBe(4);
    expect(later).toEqual([{ pool, seconds: 1 }]);
    expect(told.at(-1)?.causes).toMatchObject([{ eventId: 'call-4' }]);
  });

  it('are one look where the second was sent before the look began', async () => {
    const { world, pool, clock, ourCalls } = await aGovernedPool();
    clock.pass(5000);
    await enforce(world, pool, [aCall()]);

    const late = await enforce(world, pool, [aCall({ eventTime: '2026-11-23T10:00:01Z' })]);

    expect(late.kind).toBe('covered');
    expect(ourCalls()).toHaveLength(2);
  });

  it('are two looks where the second came while the first was reading', async () => {
    const { world, pool, clock } = await aGovernedPool();
    const read: World['pools']['read'] = async (ref) => {
      const result = await world.pools.read(ref);
      clock.pass(5000);
      return result;
    };
    await enforce({ ...world, pools: { ...world.pools, read } }, pool, [aCall()]);

    const meanwhile = await enforce(world, pool, [aCall({ eventTime: '2026-11-23T10:00:02Z' })]);

    expect(meanwhile.kind).toBe('compliant');
  });

  it('are two looks where whole seconds leave open which came first', async () => {
    const { world, pool, clock } = await aGovernedPool();
    clock.pass(500);
    await enforce(world, pool, [aCall()]);

    const sameSecond = await enforce(world, pool, [aCall({ eventTime: '2026-11-23T10:00:00Z' })]);

    expect(sameSecond.kind).toBe('compliant');
  });

  it.each([
    ['of a call that policy doesn’t govern', 'DeleteUserPoolClient'],
    ['of a deletion', 'DeleteUserPool'],
  ])('name a call once though its event comes twice: %s', async (_, call) => {
    const { world, pool, change, told, developer } = await aGovernedPool();
    await enforce(world, pool, [aCall({ eventId: 'before' })]);
    await change({ DeletionProtection: 'INACTIVE' });
    if (call === 'DeleteUserPool') await developer.send(new DeleteUserPoolCommand({ UserPoolId: pool.id }));
    const event = aCall({ eventId: 'twice', call, governed: false });

    await enforce(world, pool, [event]);
    await enforce(world, pool, [event]);

    expect(told.filter(({ causes }) => causes.length > 0)).toMatchObject([
      { causes: [{ eventId: 'before' }] },
      { causes: [{ eventId: 'twice' }] },
    ]);
  });

  it('are never one look where the second call isn’t governed by policy', async () => {
    const { world, pool, clock, told } = await aGovernedPool();
    clock.pass(60_000);
    await enforce(world, pool, [aCall()]);

    await enforce(world, pool, [
      aCall({ eventId: 'another', call: 'DeleteUserPoolClient', governed: false }),
    ]);

    expect(told.at(-1)).toMatchObject({ kind: 'reported', causes: [{ call: 'DeleteUserPoolClient' }] });
  });

  it('write nothing under a lease that ran out', async () => {
    const { world, pool, change, clock, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const pools: World['pools'] = {
      ...world.pools,
      read: async (ref) => {
        const result = await world.pools.read(ref);
        clock.pass(91_000);
        return result;
      },
    };

    await expect(enforce({ ...world, pools }, pool, [aCall()])).rejects.toThrow(
      'ran out before anything was written',
    );
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });
});
