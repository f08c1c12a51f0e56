import { describe, expect, it } from 'vitest';
import { consider, enforce } from '../src/enforce.ts';
import type { WriteResult } from '../src/pool/pools.ts';
import type { World } from '../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const look = ['DescribeUserPool', 'GetUserPoolMfaConfig'];

describe('enforcing policy on a pool', () => {
  it('costs a compliant pool two reads and no write', async () => {
    const { world, pool, ourCalls } = await aGovernedPool();

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'compliant', changes: [], refusals: [] });
    expect(ourCalls().toSorted()).toEqual(look);
  });

  it('puts back what was weakened and leaves everything else as it was', async () => {
    const { world, pool, change, describe: describePool } = await aGovernedPool();
    const sound = await describePool();
    await change(passwordsWith({ MinimumLength: 8, RequireSymbols: false }));

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      changes: [
        { setting: 'Policies.PasswordPolicy.MinimumLength', from: 8, to: 14 },
        { setting: 'Policies.PasswordPolicy.RequireSymbols', from: false, to: true },
      ],
      sideEffects: [],
      refusals: [],
    });
    expect(await describePool()).toEqual(sound);
  });

  it('says what was found, what is required and what is now', async () => {
    const { world, pool, change } = await aGovernedPool();
    await change({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } });

    const { findings } = await enforce(world, pool, [aCall()]);

    expect(findings).toMatchObject([
      { rule: 'threat-protection', found: 'AUDIT', required: 'ENFORCED', now: 'ENFORCED', resolved: true },
    ]);
  });

  it('writes once when it is called twice', async () => {
    const { world, pool, change, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));

    await enforce(world, pool, [aCall()]);
    const second = await enforce(world, pool, [aCall({ eventTime: '2026-11-23T10:00:05Z' })]);

    expect(second.kind).toBe('compliant');
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(1);
  });

  it('makes two reads and one write before the fix is in place', async () => {
    const { world, pool, change, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));

    await enforce(world, pool, [aCall()]);

    expect(ourCalls().slice(0, 2).toSorted()).toEqual(look);
    expect(ourCalls()[2]).toBe('UpdateUserPool');
    expect(ourCalls().slice(3).toSorted()).toEqual(look);
  });

  it('names the outcome in the user agent of its write', async () => {
    const { world, pool, change, sandbox } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));

    const { id } = await enforce(world, pool, [aCall()]);

    const write = sandbox.calls.findLast(({ operation }) => operation === 'UpdateUserPool');
    expect(write?.userAgent).toContain(`cognito-lifeguard/${id}`);
  });

  it('only reports in mode notify', async () => {
    const { world, pool, change, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));

    const outcome = await enforce({ ...world, mode: 'notify' }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'reported',
      changes: [],
      findings: [{ found: 8, now: 8, resolved: false }],
    });
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });

  it('tells of a pool that is gone', async () => {
    const { world, pool, told } = await aGovernedPool();
    const other = { ...pool, id: 'eu-west-1_Gone', arn: `${pool.arn}Gone` };

    const outcome = await enforce(world, other, [aCall({ call: 'DeleteUserPool', governed: false })]);

    expect(outcome).toMatchObject({ kind: 'gone', pool: { id: 'eu-west-1_Gone', name: null } });
    expect(told).toEqual([outcome]);
  });

  it('reports a call that policy files don’t govern, on a pool that is compliant', async () => {
    const { world, pool } = await aGovernedPool();

    const outcome = await enforce(world, pool, [aCall({ call: 'CreateUserPoolClient', governed: false })]);

    expect(outcome).toMatchObject({
      kind: 'reported',
      findings: [],
      reason: "Policy files don't govern CreateUserPoolClient.",
    });
  });

  it('plans without writing, claiming or telling when it only considers', async () => {
    const { world, pool, change, told, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));

    const outcome = await consider(world, pool, [{ kind: 'asked', eventTime: '2026-11-23T10:00:00Z' }]);

    expect(outcome).toMatchObject({
      kind: 'planned',
      changes: [{ from: 8, to: 14 }],
      findings: [{ now: 8 }],
    });
    expect(outcome.carried).toBeGreaterThan(30);
    expect(told).toEqual([]);
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });
});

describe('a pool that can’t be put right', () => {
  it('is refused before the call where its tier lacks the feature', async () => {
    const { Policies } = passwordsWith({ PasswordHistorySize: 0 });
    const { world, pool, ourCalls } = await aGovernedPool({
      create: { UserPoolTier: 'ESSENTIALS', UserPoolAddOns: { AdvancedSecurityMode: 'OFF' }, Policies },
    });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'needs-tier', settings: ['UserPoolAddOns.AdvancedSecurityMode'] }],
    });
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });

  it('is put right as far as its tier allows, and the rest is refused', async () => {
    const { Policies } = passwordsWith({ PasswordHistorySize: 0, MinimumLength: 8 });
    const { world, pool } = await aGovernedPool({
      create: { UserPoolTier: 'ESSENTIALS', UserPoolAddOns: { AdvancedSecurityMode: 'OFF' }, Policies },
    });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      changes: [{ setting: 'Policies.PasswordPolicy.MinimumLength' }],
      refusals: [{ code: 'needs-tier' }],
    });
  });

  it('is refused with action and ARN where the caller may not write', async () => {
    const { world, pool, change, sandbox } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [
        { code: 'missing-permission', next: `Allow the caller cognito-idp:UpdateUserPool on ${pool.arn}.` },
      ],
      findings: [{ found: 8, now: 8, resolved: false }],
    });
  });

  it('is refused with the role to repair where the SMS role is broken', async () => {
    const { world, pool, change, sandbox } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.pools.setConditions('eu-west-1', pool.id, { smsRole: 'no-trust' });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'broken-sms-role' }] });
  });

  it('is refused while users are imported', async () => {
    const { world, pool, change, sandbox } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.pools.setConditions('eu-west-1', pool.id, { importInProgress: true });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'import-in-progress' }] });
  });
});

describe('a write that meets an obstacle', () => {
  it('begins again with a look where somebody else is writing', async () => {
    const { world, pool, change, sandbox, ourCalls, clock } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool', times: 2 });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome.kind).toBe('remediated');
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(3);
    expect(ourCalls().filter((call) => call === 'DescribeUserPool')).toHaveLength(4);
    expect(clock.waits).toHaveLength(2);
  });

  it('fails as contended after five conflicts', async () => {
    const { world, pool, change, sandbox, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool', times: 9 });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome.kind).toBe('failed');
    expect(outcome.reason).toBe('contended: ConcurrentModificationException, 5 times in a row.');
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(5);
  });

  it('is not repeated where an answer was lost but the write took effect', async () => {
    const { world, pool, change, sandbox, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'lost-response', operation: 'UpdateUserPool' });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'remediated', changes: [{ from: 8, to: 14 }], sideEffects: [] });
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(1);
  });

  it.each([
    ['before', 2],
    ['after', 1],
  ] as const)('is settled by a look after a 500 %s the effect', async (when, writes) => {
    const { world, pool, change, sandbox, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'internal-error', operation: 'UpdateUserPool', when });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome.kind).toBe('remediated');
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(writes);
  });

  it('does not undo a change that came in between', async () => {
    const { world, pool, change, describe: describePool, sandbox } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool' });
    const wait = async (milliseconds: number) => {
      await change({ ...passwordsWith({ MinimumLength: 8 }), UserPoolTags: { release: '118' } });
      await world.wait(milliseconds);
    };

    await enforce({ ...world, wait }, pool, [aCall()]);

    expect(await describePool()).toMatchObject({ UserPoolTags: { release: '118' } });
  });

  it('looks again before writing where remembering took long', async () => {
    const { world, pool, change, clock, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    let slow = true;
    const ledger: World['ledger'] = {
      ...world.ledger,
      remember: async (...args) => {
        if (slow) clock.pass(400);
        slow = false;
        return world.ledger.remember(...args);
      },
    };

    await enforce({ ...world, ledger }, pool, [aCall()]);

    expect(ourCalls().indexOf('UpdateUserPool')).toBe(4);
  });

  it('is not made where every look at the pool takes long, since it could undo a change', async () => {
    const { world, pool, change, clock, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const pools: World['pools'] = {
      ...world.pools,
      read: async (ref) => {
        const result = await world.pools.read(ref);
        clock.pass(8000);
        return result;
      },
    };

    const outcome = await enforce({ ...world, pools }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'looking at the pool takes too long to write safely.',
    });
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });

  it('is given up, and told, while there is time to tell', async () => {
    const { world, pool, change, clock, told, ourCalls } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const pools: World['pools'] = {
      ...world.pools,
      write: async (): Promise<WriteResult> => {
        clock.pass(10_000);
        return { kind: 'unknown', error: 'TimeoutError' };
      },
    };
    const ends = clock.now().getTime() + 60_000;
    const timeLeft = () => ends - clock.now().getTime();

    const outcome = await enforce({ ...world, pools, timeLeft }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'failed', reason: 'the time for this look ran out.' });
    expect(told).toEqual([outcome]);
    expect(timeLeft()).toBeGreaterThan(0);
    expect(ourCalls().length).toBeGreaterThan(2);
  });

  it('fails where AWS says yes and nothing changes, after looking at once, after 1 and after 3 s', async () => {
    const { world, pool, change, clock } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const pools = { ...world.pools, write: async (): Promise<WriteResult> => ({ kind: 'written' }) };

    const outcome = await enforce({ ...world, pools }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'failed', findings: [{ now: 8, resolved: false }] });
    expect(clock.waits).toEqual([1000, 2000]);
  });

  it('reports what else moved during the write', async () => {
    const { world, pool, change } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const pools: World['pools'] = {
      ...world.pools,
      write: async (...args) => {
        const result = await world.pools.write(...args);
        await change({ DeletionProtection: 'INACTIVE' });
        return result;
      },
    };

    const outcome = await enforce({ ...world, pools }, pool, [aCall()]);

    expect(outcome.sideEffects).toEqual([{ path: 'DeletionProtection', from: 'ACTIVE', to: 'INACTIVE' }]);
  });
});

describe('members from the future', () => {
  it('survive a remediation, wherever they are', async () => {
    const { world, pool, change, sandbox, describe: describePool } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    for (const path of [
      'QuantumConfiguration',
      'Policies.PasswordPolicy.MinimumEntropy',
      'LambdaConfig.PostFederation',
    ])
      sandbox.faults.add({ kind: 'future-member', path, value: { Level: 3 } });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'remediated', sideEffects: [] });
    expect(outcome.unknownSettings.toSorted()).toEqual([
      'LambdaConfig.PostFederation',
      'Policies.PasswordPolicy.MinimumEntropy',
      'QuantumConfiguration',
    ]);
    expect(await describePool()).toMatchObject({
      QuantumConfiguration: { Level: 3 },
      Policies: { PasswordPolicy: { MinimumEntropy: { Level: 3 }, MinimumLength: 14 } },
      LambdaConfig: { PostFederation: { Level: 3 } },
    });
  });
});
