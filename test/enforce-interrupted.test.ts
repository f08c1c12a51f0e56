import { SetUserPoolMfaConfigCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import type { World } from '../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { crashingAt } from './support/crashing-at.ts';

const minute = 60_000;
const weak = passwordsWith({ MinimumLength: 8 });
const sweepOf = (world: World) =>
  ({ kind: 'sweep', sweep: 'a-sweep', eventTime: world.now().toISOString() }) as const;

/** A pool whose weakening was found by a process that was gone just after its write. */
const anInterruptedFix = async () => {
  const governed = await aGovernedPool();
  const { world, pool, change, clock } = governed;
  await change(weak);
  await expect(enforce(crashingAt(world, 'write', 'after'), pool, [aCall()])).rejects.toThrow('crash');
  clock.pass(2 * minute);
  return governed;
};

describe('a write whose process is gone, and that somebody else has overwritten since', () => {
  it('leaves what was found to be told, though it is right by now', async () => {
    const { world, pool, change, told } = await anInterruptedFix();
    await change(passwordsWith({ MinimumLength: 20 }));

    await enforce(world, pool, [aCall({ eventId: 'another' })]);

    expect(told).toMatchObject([
      {
        kind: 'reported',
        findings: [{ rule: 'password-minimum-length', found: 8, now: 20, resolved: true }],
        causes: [{}, { eventId: 'another' }],
      },
    ]);
  });

  it('may have overwritten a call of that moment, which is told', async () => {
    const { world, pool, change, clock, told } = await aGovernedPool();
    await enforce(world, pool, [sweepOf(world)]);
    clock.pass(10 * minute);
    await change(weak);
    const first = aCall({ eventTime: clock.now().toISOString() });
    await expect(enforce(crashingAt(world, 'write', 'after'), pool, [first])).rejects.toThrow('crash');
    clock.pass(2 * minute);
    await change(weak);
    const requested = [{ setting: 'LambdaConfig.PreSignUp', value: 'another' }] as const;

    await enforce(world, pool, [first, { ...first, eventId: 'theirs', requested }]);

    expect(told.at(-1)).toMatchObject({
      kind: 'remediated',
      remarks: [{ kind: 'lost-update', eventId: 'theirs', settings: [{ theirs: 'another' }] }],
    });
  });

  it('leaves what was found to be told beside what is wrong now', async () => {
    const { world, pool, change, told } = await anInterruptedFix();
    await change(passwordsWith({ MinimumLength: 20, RequireSymbols: false }));

    await enforce(world, pool, [aCall({ eventId: 'another' })]);

    expect(told).toMatchObject([
      {
        kind: 'remediated',
        changes: [{ setting: 'Policies.PasswordPolicy.RequireSymbols' }],
        findings: [
          { rule: 'password-minimum-length', found: 8, resolved: true },
          { rule: 'password-symbols', resolved: true },
        ],
      },
    ]);
  });

  it('is told with the part of it that stands, where nothing is left to write', async () => {
    const { world, pool, change, told, clock } = await aGovernedPool();
    await change({ ...weak, UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } });
    await expect(enforce(crashingAt(world, 'write', 'after'), pool, [aCall()])).rejects.toThrow('crash');
    await change(passwordsWith({ MinimumLength: 20 }));
    clock.pass(2 * minute);

    await enforce(world, pool, [aCall({ eventId: 'another' })]);

    expect(told).toMatchObject([
      { kind: 'remediated', changes: [{ setting: 'UserPoolAddOns.AdvancedSecurityMode', to: 'ENFORCED' }] },
    ]);
  });
});

describe('a plan of two calls whose process is gone between them', () => {
  it('tells of a call that the first one overwrote, though the same outcome names it', async () => {
    const { world, pool, change, clock, told, developer } = await aGovernedPool();
    await enforce(world, pool, [sweepOf(world)]);
    clock.pass(10 * minute);
    await change(weak);
    await developer.send(new SetUserPoolMfaConfigCommand({ UserPoolId: pool.id, MfaConfiguration: 'OFF' }));
    const calledAt = clock.now().toISOString();
    const crashing = crashingAt(world, 'write', 'after');
    await expect(enforce(crashing, pool, [aCall({ eventTime: calledAt })])).rejects.toThrow('crash');
    clock.pass(2 * minute);
    const requested = [{ setting: 'LambdaConfig.PreSignUp', value: 'another' }] as const;

    await enforce(world, pool, [aCall({ eventId: 'theirs', eventTime: calledAt, requested })]);

    expect(told.at(-1)).toMatchObject({
      kind: 'remediated',
      remarks: [{ kind: 'lost-update', eventId: 'theirs', settings: [{ theirs: 'another' }] }],
    });
  });
});

describe('what the past adds to a look', () => {
  it('is told by the process that finishes it: a move that no event explains', async () => {
    const { world, pool, change, told, clock } = await aGovernedPool();
    await enforce(world, pool, [sweepOf(world)]);
    clock.pass(10 * minute);
    await change(weak);
    clock.pass(50 * minute);
    const crashing = crashingAt(world, 'write', 'after');
    await expect(enforce(crashing, pool, [sweepOf(world)])).rejects.toThrow('crash');
    clock.pass(2 * minute);

    await enforce(world, pool, [sweepOf(world)]);

    expect(told.at(1)).toMatchObject({
      kind: 'remediated',
      remarks: [{ kind: 'changed-unseen', settings: ['Policies.PasswordPolicy.MinimumLength'] }],
    });
  });

  it('is remembered by the process that finishes it: somebody undid us', async () => {
    const { world, pool, change, clock, ledgers } = await aGovernedPool();
    await change(weak);
    await enforce(world, pool, [aCall()]);
    clock.pass(minute);
    await change(weak);
    const again = aCall({ eventId: 'again', eventTime: clock.now().toISOString() });
    await expect(enforce(crashingAt(world, 'write', 'after'), pool, [again])).rejects.toThrow('crash');
    clock.pass(2 * minute);

    await enforce(world, pool, [again]);

    expect((await ledgers.desk.pool(pool))?.history?.undoings).toMatchObject([
      { settings: ['Policies.PasswordPolicy.MinimumLength'], actors: [{ type: 'AssumedRole' }] },
    ]);
  });
});
