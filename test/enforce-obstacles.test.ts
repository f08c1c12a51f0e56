import { SetUserPoolMfaConfigCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { aRealisticPool } from '../src/cli/demo/a-realistic-pool.ts';
import { enforce } from '../src/enforce.ts';
import type { WriteResult } from '../src/pool/pools.ts';
import type { OpenOutcome } from '../src/remediation/open-outcome.ts';
import type { World } from '../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { policiesAsking } from './support/policies-asking.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const totp = 'SoftwareTokenMfaConfiguration.Enabled';
const sender = 'EmailConfiguration.EmailSendingAccount';
const mail = 'EmailMfaConfiguration.Message';
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

const { SmsConfiguration, SmsAuthenticationMessage } = aRealisticPool;
const sms = { SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage } };

type Governed = Awaited<ReturnType<typeof aGovernedPool>>;

/** A pool whose passwords may be too short. */
const aWeakPool = async (): Promise<Governed> => {
  const governed = await aGovernedPool();
  await governed.change(passwordsWith({ MinimumLength: 8 }));
  return governed;
};

/** That pool, with MFA by SMS codes, and policies that ask for a setting of each call. */
const aPoolForTwoCalls = async () => {
  const governed = await aWeakPool();
  await governed.developer.send(
    new SetUserPoolMfaConfigCommand({ UserPoolId: governed.pool.id, MfaConfiguration: 'OPTIONAL', ...sms }),
  );
  const policies = policiesAsking({
    [length]: { asks: { atLeast: 14 } },
    [totp]: { asks: { equals: true } },
  });
  return { ...governed, world: { ...governed.world, policies } };
};

/** A world that does something more at every write, and may answer for AWS. */
const writing = (
  world: World,
  around: (write: () => Promise<WriteResult>, nth: number) => Promise<WriteResult>,
): World => {
  let nth = 0;
  const write: World['pools']['write'] = (...args) => {
    nth += 1;
    return around(() => world.pools.write(...args), nth);
  };
  return { ...world, pools: { ...world.pools, write } };
};

/** A world that does something more whenever it has remembered, and what it remembered. */
const remembering = (world: World, after: (nth: number) => unknown) => {
  const remembered: OpenOutcome[] = [];
  const remember: World['ledger']['remember'] = async (lease, open, now) => {
    remembered.push(open);
    const kept = await world.ledger.remember(lease, open, now);
    await after(remembered.length);
    return kept;
  };
  return { world: { ...world, ledger: { ...world.ledger, remember } }, remembered };
};

/** A world for which the pool is gone from the nth read on. */
const goneFrom = (world: World, first: number): World => {
  let reads = 0;
  const read: World['pools']['read'] = async (pool) => {
    reads += 1;
    return reads < first ? world.pools.read(pool) : { kind: 'gone' };
  };
  return { ...world, pools: { ...world.pools, read } };
};

describe('a pool that goes while it is put right', () => {
  const goneOutcome = {
    kind: 'gone',
    reason: 'There is no such user pool, or no longer.',
    changes: [],
  };

  it('is told as gone where the write finds it gone', async () => {
    const { world, pool } = await aWeakPool();

    const outcome = await enforce(
      writing(world, async () => ({ kind: 'gone' })),
      pool,
      [aCall()],
    );

    expect(outcome).toMatchObject(goneOutcome);
  });

  it('is told as gone where the look after the write finds it gone', async () => {
    const { world, pool } = await aWeakPool();

    const outcome = await enforce(goneFrom(world, 2), pool, [aCall()]);

    expect(outcome).toMatchObject(goneOutcome);
  });

  it('is told as gone where it went while the plan was remembered', async () => {
    const { world, pool, clock, ourCalls } = await aWeakPool();
    const slow = remembering(goneFrom(world, 2), () => clock.pass(400));

    const outcome = await enforce(slow.world, pool, [aCall()]);

    expect(outcome).toMatchObject(goneOutcome);
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });
});

describe('a pool that somebody else puts right', () => {
  const right = {
    kind: 'reported',
    reason: 'Somebody else put it right before we wrote.',
    changes: [],
    findings: [{ found: 8, now: 14, resolved: true }],
  };

  it('is not written, where that was while the plan was remembered', async () => {
    const { world, pool, change, clock, ourCalls } = await aWeakPool();
    const slow = remembering(world, async () => {
      clock.pass(400);
      await change({});
    });

    const outcome = await enforce(slow.world, pool, [aCall()]);

    expect(outcome).toMatchObject(right);
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });

  it('is not our work, where our own write was turned away', async () => {
    const { world, pool, change } = await aWeakPool();
    const turnedAway = writing(world, async () => {
      await change({});
      return { kind: 'busy', error: 'ConcurrentModificationException' };
    });

    const outcome = await enforce(turnedAway, pool, [aCall()]);

    expect(outcome).toMatchObject(right);
  });
});

describe('what is remembered', () => {
  it('is the pool before the first of two writes, and what both change', async () => {
    const { world, pool } = await aPoolForTwoCalls();
    const { world: observed, remembered } = remembering(world, () => undefined);

    await enforce(observed, pool, [aCall()]);

    expect(remembered).toHaveLength(2);
    for (const { preImage, changes } of remembered) {
      expect(preImage.userPool).toMatchObject({ Policies: { PasswordPolicy: { MinimumLength: 8 } } });
      expect(changes.map(({ setting }) => setting)).toEqual([length, totp]);
    }
  });

  it('is enough where only time has passed since', async () => {
    const { world, pool, clock } = await aWeakPool();
    const { world: slow, remembered } = remembering(world, (nth) => nth === 1 && clock.pass(400));

    const outcome = await enforce(slow, pool, [aCall()]);

    expect(outcome.kind).toBe('remediated');
    expect(remembered).toHaveLength(1);
  });

  it('is remembered anew where the pool has changed since, and the plan with it', async () => {
    const { world, pool, change, clock } = await aWeakPool();
    const { world: slow, remembered } = remembering(world, async (nth) => {
      if (nth > 1) return;
      clock.pass(400);
      await change({ ...passwordsWith({ MinimumLength: 8 }), UserPoolTags: { release: '118' } });
    });

    const outcome = await enforce(slow, pool, [aCall()]);

    expect(outcome.kind).toBe('remediated');
    expect(remembered.map(({ preImage }) => preImage.userPool.UserPoolTags)).toEqual([
      aRealisticPool.UserPoolTags,
      { release: '118' },
    ]);
  });

  it('is remembered five times at most where the pool changes each time', async () => {
    const { world, pool, change, clock, ourCalls } = await aWeakPool();
    const { world: slow, remembered } = remembering(world, async (nth) => {
      if (nth > 9) throw new Error('It never ends.');
      await change({ ...passwordsWith({ MinimumLength: 8 }), UserPoolTags: { release: `${nth}` } });
    });
    const pools: World['pools'] = {
      ...slow.pools,
      read: async (ref) => {
        const result = await slow.pools.read(ref);
        clock.pass(400);
        return result;
      },
    };

    const outcome = await enforce({ ...slow, pools }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'looking at the pool takes too long to write safely.',
    });
    expect(remembered).toHaveLength(5);
    expect(ourCalls()).not.toContain('UpdateUserPool');
  });
});

describe('a write', () => {
  it.each([
    [300, 2],
    [301, 4],
  ])('follows a look that is %i ms old after %i reads', async (age, reads) => {
    const { world, pool, clock, ourCalls } = await aWeakPool();
    const slow = remembering(world, (nth) => nth === 1 && clock.pass(age));

    await enforce(slow.world, pool, [aCall()]);

    expect(ourCalls().indexOf('UpdateUserPool')).toBe(reads);
  });

  it.each([
    [25_000, 'remediated'],
    [24_999, 'failed'],
  ])('with %i ms left to the process ends as %s', async (left, kind) => {
    const { world, pool } = await aWeakPool();

    const outcome = await enforce({ ...world, timeLeft: () => left }, pool, [aCall()]);

    expect(outcome.kind).toBe(kind);
  });

  it('that AWS accepts and the pool doesn’t show is told as that', async () => {
    const { world, pool } = await aWeakPool();

    const outcome = await enforce(
      writing(world, async () => ({ kind: 'written' })),
      pool,
      [aCall()],
    );

    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'AWS accepted UpdateUserPool, but the pool does not show it after 3 s.',
      refusals: [],
    });
  });

  it('that gets no answer five times is told as that', async () => {
    const { world, pool } = await aWeakPool();

    const outcome = await enforce(
      writing(world, async () => ({ kind: 'unknown', error: 'TimeoutError' })),
      pool,
      [aCall()],
    );

    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'no answer: TimeoutError, 5 times in a row.',
    });
  });

  it('is not made a fifth time where somebody undoes each one', async () => {
    const { world, pool, change, ourCalls } = await aWeakPool();
    const undone = writing(world, async (write, nth) => {
      const result = await write();
      if (nth < 9) await change(passwordsWith(nth % 2 ? { RequireSymbols: false } : { MinimumLength: 8 }));
      return result;
    });

    const outcome = await enforce(undone, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'partly', reason: 'the pool does not come to rest.' });
    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(4);
  });

  it('waits about twice as long after each conflict, and two outcomes not equally long', async () => {
    const { world, pool, sandbox, clock } = await aWeakPool();
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool', times: 10 });

    await enforce(world, pool, [aCall()]);
    await enforce(world, pool, [aCall({ eventTime: '2026-11-23T10:10:00Z' })]);

    const [first, second] = [clock.waits.slice(0, 5), clock.waits.slice(5)];
    const full = [1000, 2000, 4000, 8000, 16_000];
    for (const waits of [first, second])
      for (const [index, most] of full.entries()) {
        expect(waits[index]).toBeGreaterThan(most * 0.75);
        expect(waits[index]).toBeLessThanOrEqual(most);
      }
    expect(first).not.toEqual(second);
  });
});

describe('a call that AWS refuses', () => {
  it('takes the other call with it, where that one can only follow', async () => {
    const governed = await aGovernedPool();
    const { world, pool, sandbox, change, developer } = governed;
    await change({
      EmailConfiguration: { ...aRealisticPool.EmailConfiguration, EmailSendingAccount: 'COGNITO_DEFAULT' },
    });
    await developer.send(
      new SetUserPoolMfaConfigCommand({ UserPoolId: pool.id, MfaConfiguration: 'OPTIONAL', ...sms }),
    );
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });
    const policies = policiesAsking({
      [sender]: { asks: { equals: 'DEVELOPER' } },
      [mail]: { asks: { equals: 'Code {####}' } },
    });
    const planOptions = { ...world.planOptions, remediateSensitive: ['EmailConfiguration'] };

    const outcome = await enforce({ ...world, policies, planOptions }, pool, [aCall()]);

    const [first, second] = outcome.refusals;
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [
        { code: 'missing-permission', settings: [sender] },
        { code: 'missing-permission', settings: [mail] },
      ],
    });
    expect(outcome).not.toHaveProperty('reason');
    expect(second?.reason).toBe(`SetUserPoolMfaConfig can only follow what AWS refused. ${first?.reason}`);
    expect(sandbox.calls.filter(({ operation }) => operation === 'SetUserPoolMfaConfig')).toHaveLength(1);
  });

  it('is the first one where neither can come first', async () => {
    const { world, pool, developer } = await aGovernedPool({
      create: {
        EmailConfiguration: { ...aRealisticPool.EmailConfiguration, EmailSendingAccount: 'COGNITO_DEFAULT' },
        Policies: { ...aRealisticPool.Policies, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
      },
    });
    await developer.send(
      new SetUserPoolMfaConfigCommand({ UserPoolId: pool.id, MfaConfiguration: 'ON', ...sms }),
    );
    const policies = policiesAsking({
      [sender]: { asks: { equals: 'DEVELOPER' } },
      [mail]: { asks: { equals: 'Code {####}' } },
      [firstFactors]: { asks: { includes: ['EMAIL_OTP'] } },
      MfaConfiguration: { asks: { equals: 'OPTIONAL' } },
    });
    const planOptions = { ...world.planOptions, remediateSensitive: ['EmailConfiguration'] };

    const outcome = await enforce({ ...world, policies, planOptions }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      changes: [],
      refusals: [
        { code: 'refused-by-aws', settings: [firstFactors, sender] },
        { code: 'refused-by-aws', settings: ['MfaConfiguration', mail] },
      ],
    });
  });
});
