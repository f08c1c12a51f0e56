import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const withoutThreatProtection = {
  UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
  UserPoolTier: 'ESSENTIALS',
  // AWS asks for this too, before a pool may leave PLUS.
  ...passwordsWith({ PasswordHistorySize: 0 }),
} as const;

const day = 24 * 3_600_000;
const aSweep = (now: Date) => ({ kind: 'sweep', sweep: 'a-sweep', eventTime: now.toISOString() }) as const;

describe('whoever lowers the tier to be out of reach', () => {
  it('has it restored together with what needed it', async () => {
    const { world, pool, change, clock, describe: look } = await aGovernedPool();
    await enforce(world, pool, [aCall()]);
    clock.pass(day);
    await enforce(world, pool, [aSweep(clock.now())]);
    await change(withoutThreatProtection);
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [
      aCall({ eventId: 'lowered', eventTime: clock.now().toISOString() }),
    ]);

    expect(outcome).toMatchObject({ kind: 'remediated', refusals: [] });
    expect(outcome.changes).toMatchObject([
      { setting: 'UserPoolAddOns.AdvancedSecurityMode', to: 'ENFORCED' },
      { setting: 'UserPoolTier', to: 'PLUS', because: [{ coupling: 'tier-restored' }] },
    ]);
    expect(await look()).toMatchObject({
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
  });

  it('finds no memory of a tier on which the pool stood for a minute: it was somebody else’s', async () => {
    const { world, pool, change, clock } = await aGovernedPool({ create: withoutThreatProtection });
    await enforce(world, pool, [aCall()]);
    await change({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } });
    clock.pass(60_000);
    await enforce({ ...world, mode: 'notify' }, pool, [aSweep(clock.now())]);
    await change(withoutThreatProtection);
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [aSweep(clock.now())]);

    expect(outcome).toMatchObject({ changes: [], refusals: [{ code: 'needs-tier' }] });
  });

  it('finds no memory of a tier that the pool was never seen on: that is refused', async () => {
    const { world, pool } = await aGovernedPool({ create: withoutThreatProtection });

    const outcome = await enforce(world, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'needs-tier' }], remarks: [] });
  });
});

describe('a refusal that comes together with a weakening', () => {
  it('is marked, so that people look at once', async () => {
    const { world, pool, change, clock, sandbox } = await aGovernedPool();
    await enforce(world, pool, [aCall()]);
    await change({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } });
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [
      aCall({ eventId: 'weakened', eventTime: clock.now().toISOString() }),
    ]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      remarks: [{ kind: 'newly-refused', settings: ['UserPoolAddOns.AdvancedSecurityMode'] }],
    });
  });

  it('is told again after a day, with how long it has stood', async () => {
    const { world, pool, clock, told } = await aGovernedPool({ create: withoutThreatProtection });
    await enforce(world, pool, [aCall()]);
    for (let hour = 1; hour <= 49; hour += 1) {
      clock.pass(day / 24);
      await enforce(world, pool, [
        { kind: 'sweep', sweep: `sweep-${hour}`, eventTime: clock.now().toISOString() },
      ]);
    }

    const aloud = told.filter(({ quiet }) => quiet !== true);

    expect(aloud.map(({ remarks }) => remarks)).toMatchObject([
      [],
      [{ kind: 'still-wrong', days: 1 }],
      [{ kind: 'still-wrong', days: 2 }],
    ]);
  });
});

describe('a tier that AWS does not give back', () => {
  it('keeps nothing else from being put right', async () => {
    const { world, pool, change, clock, sandbox, describe: look } = await aGovernedPool();
    await enforce(world, pool, [aCall()]);
    clock.pass(day);
    await enforce(world, pool, [aSweep(clock.now())]);
    const { Policies, ...others } = withoutThreatProtection;
    await change({ ...others, ...passwordsWith({ PasswordHistorySize: 0, MinimumLength: 8 }) });
    const stored = sandbox.pools.get(pool.region, pool.id);
    if (!stored) throw new Error('The pool is gone.');
    sandbox.pools.put({ ...stored, conditions: { ...stored.conditions, tierLocked: true } });
    clock.pass(60_000);

    const outcome = await enforce(world, pool, [
      aCall({ eventId: 'lowered', eventTime: clock.now().toISOString() }),
    ]);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      changes: [{ setting: 'Policies.PasswordPolicy.MinimumLength', to: 14 }],
      refusals: [{ code: 'needs-tier', settings: ['UserPoolAddOns.AdvancedSecurityMode'] }],
    });
    expect(await look()).toMatchObject({ UserPoolTier: 'ESSENTIALS' });
  });
});
