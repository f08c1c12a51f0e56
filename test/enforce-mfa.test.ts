import {
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { aRealisticPool } from '../src/cli/demo/a-realistic-pool.ts';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { policiesAsking } from './support/policies-asking.ts';

const passwordOnly = passwordsWith({});
const { SmsConfiguration, SmsAuthenticationMessage, ...withoutSms } = aRealisticPool;

/** A pool whose MFA is set up by hand, and what its MFA configuration is now. */
const aPoolWithMfa = async (
  mfa: Omit<SetUserPoolMfaConfigCommandInput, 'UserPoolId'>,
  create = aRealisticPool,
) => {
  const governed = await aGovernedPool({ create });
  await governed.developer.send(new SetUserPoolMfaConfigCommand({ UserPoolId: governed.pool.id, ...mfa }));
  return {
    ...governed,
    mfaConfig: async () => {
      const read = await governed.world.pools.read(governed.pool);
      return read.kind === 'gone' ? {} : read.snapshot.mfaConfig;
    },
    writes: () => governed.ourCalls().filter((call) => !/^(Describe|Get)/.test(call)),
  };
};

const sms = { SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage } };
const totp = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const passkeys = {
  WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'preferred' },
} as const;
const noSms = {
  ...withoutSms,
  SmsConfiguration: undefined,
  SmsAuthenticationMessage: undefined,
  MfaConfiguration: undefined,
};

describe('enforcing MFA', () => {
  it('turns it on with the factor that the rule names, and keeps passkeys', async () => {
    const { world, pool, mfaConfig, writes } = await aPoolWithMfa(
      { MfaConfiguration: 'OFF', ...passkeys },
      noSms as never,
    );
    const policies = policiesAsking({
      MfaConfiguration: { asks: { atLeast: 'OPTIONAL' }, terms: { factor: 'SOFTWARE_TOKEN_MFA' } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      changes: [
        { setting: 'MfaConfiguration', from: 'OFF', to: 'OPTIONAL' },
        { setting: 'SoftwareTokenMfaConfiguration.Enabled', to: true, because: [{ coupling: 'mfa-factor' }] },
      ],
      sideEffects: [],
    });
    expect(writes()).toEqual(['SetUserPoolMfaConfig']);
    expect(await mfaConfig()).toEqual({ MfaConfiguration: 'OPTIONAL', ...totp, ...passkeys });
  });

  it('is refused where neither pool nor rule has a factor', async () => {
    const { world, pool, writes } = await aPoolWithMfa({ MfaConfiguration: 'OFF' }, noSms as never);
    const policies = policiesAsking({ MfaConfiguration: { asks: { atLeast: 'OPTIONAL' } } });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'needs-mfa-factor', settings: ['MfaConfiguration'] }],
    });
    expect(writes()).toEqual([]);
  });

  it('uses SMS where the pool has a sender, as AWS forces', async () => {
    const { world, pool, mfaConfig } = await aPoolWithMfa({ MfaConfiguration: 'OFF' });
    const policies = policiesAsking({ MfaConfiguration: { asks: { atLeast: 'OPTIONAL' } } });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'remediated', sideEffects: [] });
    expect(await mfaConfig()).toMatchObject({ MfaConfiguration: 'OPTIONAL', ...sms });
  });

  it('never requires it without a ticket, since that locks users out', async () => {
    const { world, pool, writes } = await aPoolWithMfa({ MfaConfiguration: 'OPTIONAL', ...totp, ...sms });
    const policies = policiesAsking({ MfaConfiguration: { asks: { atLeast: 'ON' } } });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'lock-out' }] });
    expect(writes()).toEqual([]);
  });

  it('requires it under a ticket, and says what users will feel', async () => {
    const { world, pool, mfaConfig } = await aPoolWithMfa(
      { MfaConfiguration: 'OPTIONAL', ...totp, ...sms },
      {
        ...aRealisticPool,
        ...passwordOnly,
        Policies: { ...passwordOnly.Policies, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
      },
    );
    const policies = policiesAsking({
      MfaConfiguration: { asks: { atLeast: 'ON' }, terms: { allowLockOut: 'SEC-2' } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      changes: [{ to: 'ON', warning: expect.stringContaining('enrolled') }],
    });
    expect(await mfaConfig()).toMatchObject({ MfaConfiguration: 'ON', ...totp });
  });

  it('is refused where passkeys count as one factor', async () => {
    const { world, pool } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...totp,
      ...sms,
      ...passkeys,
    });
    const policies = policiesAsking({
      MfaConfiguration: { asks: { atLeast: 'ON' }, terms: { allowLockOut: 'SEC-2' } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'mfa-and-first-factors' }] });
  });

  it('changes a setting of each call, UpdateUserPool first, in one outcome', async () => {
    const { world, pool, change, told, writes } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...sms,
    });
    await change(passwordsWith({ MinimumLength: 8 }));
    const policies = policiesAsking({
      'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } },
      'SoftwareTokenMfaConfiguration.Enabled': { asks: { equals: true } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      changes: [
        { setting: 'Policies.PasswordPolicy.MinimumLength' },
        { setting: 'SoftwareTokenMfaConfiguration.Enabled' },
      ],
      findings: [{ resolved: true }, { resolved: true }],
      sideEffects: [],
    });
    expect(writes()).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
    expect(told).toHaveLength(1);
  });

  it('goes first where UpdateUserPool lowers what it needs', async () => {
    const { world, pool, writes } = await aPoolWithMfa(
      { MfaConfiguration: 'ON', ...totp, ...sms },
      {
        ...aRealisticPool,
        Policies: { ...aRealisticPool.Policies, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
      },
    );
    const policies = policiesAsking({
      MfaConfiguration: { asks: { equals: 'OPTIONAL' } },
      'Policies.SignInPolicy.AllowedFirstAuthFactors': { asks: { includes: ['EMAIL_OTP'] } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'remediated', refusals: [] });
    expect(writes()).toEqual(['SetUserPoolMfaConfig', 'UpdateUserPool']);
  });

  it('ends as partly where the second call is denied', async () => {
    const { world, pool, change, sandbox } = await aPoolWithMfa({ MfaConfiguration: 'OPTIONAL', ...sms });
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'access-denied', operation: 'SetUserPoolMfaConfig' });
    const policies = policiesAsking({
      'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } },
      'SoftwareTokenMfaConfiguration.Enabled': { asks: { equals: true } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'partly',
      changes: [{ setting: 'Policies.PasswordPolicy.MinimumLength' }],
      refusals: [{ code: 'missing-permission', settings: ['SoftwareTokenMfaConfiguration.Enabled'] }],
      findings: [{ resolved: true }, { resolved: false }],
    });
  });

  it('goes on with the other call where AWS refuses the first one', async () => {
    const { world, pool, change, sandbox, mfaConfig } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...sms,
    });
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });
    const policies = policiesAsking({
      'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } },
      'SoftwareTokenMfaConfiguration.Enabled': { asks: { equals: true } },
    });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'partly',
      changes: [{ setting: 'SoftwareTokenMfaConfiguration.Enabled' }],
      refusals: [{ code: 'missing-permission', settings: ['Policies.PasswordPolicy.MinimumLength'] }],
    });
    expect(await mfaConfig()).toMatchObject(totp);
  });

  it('keeps email as a factor where the pool says no more of it than that', async () => {
    const { world, pool, mfaConfig } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...sms,
      EmailMfaConfiguration: {},
    });
    const policies = policiesAsking({ 'SoftwareTokenMfaConfiguration.Enabled': { asks: { equals: true } } });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'remediated', sideEffects: [] });
    expect(await mfaConfig()).toMatchObject({ EmailMfaConfiguration: {}, ...totp });
  });

  it('carries members from the future in its own call', async () => {
    const { world, pool, sandbox, mfaConfig } = await aPoolWithMfa({ MfaConfiguration: 'OPTIONAL', ...sms });
    sandbox.faults.add({
      kind: 'future-member',
      path: 'PushMfaConfiguration',
      value: { Enabled: true },
      writtenBy: 'SetUserPoolMfaConfig',
    });
    const policies = policiesAsking({ 'SoftwareTokenMfaConfiguration.Enabled': { asks: { equals: true } } });

    const outcome = await enforce({ ...world, policies }, pool, [aCall()]);

    expect(outcome).toMatchObject({ kind: 'remediated', sideEffects: [] });
    expect(await mfaConfig()).toMatchObject({ PushMfaConfiguration: { Enabled: true }, ...totp });
  });
});

describe('members from the future', () => {
  const weak = { 'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } } } as const;

  it('stop the write where the deployment asks for that', async () => {
    const { world, pool, change, sandbox, writes } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...sms,
    });
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'future-member', path: 'QuantumConfiguration', value: { Level: 3 } });
    const planOptions = { ...world.planOptions, unknownSettings: 'refuse' } as const;

    const outcome = await enforce({ ...world, planOptions, policies: policiesAsking(weak) }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'unknown-settings', reason: expect.stringContaining('QuantumConfiguration') }],
    });
    expect(writes()).toEqual([]);
  });

  it('stop only the call that they belong to', async () => {
    const { world, pool, change, sandbox, writes } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...sms,
    });
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({
      kind: 'future-member',
      path: 'PushMfaConfiguration',
      value: { Enabled: true },
      writtenBy: 'SetUserPoolMfaConfig',
    });
    const planOptions = { ...world.planOptions, unknownSettings: 'refuse' } as const;

    const outcome = await enforce({ ...world, planOptions, policies: policiesAsking(weak) }, pool, [aCall()]);

    expect(outcome.kind).toBe('remediated');
    expect(writes()).toEqual(['UpdateUserPool']);
  });

  it('are named where AWS doesn’t take them back', async () => {
    const { world, pool, change, sandbox } = await aPoolWithMfa({ MfaConfiguration: 'OPTIONAL', ...sms });
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({
      kind: 'future-member',
      path: 'QuantumConfiguration',
      value: { Level: 3 },
      refused: true,
    });

    const outcome = await enforce({ ...world, policies: policiesAsking(weak) }, pool, [aCall()]);

    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'carried-member', reason: expect.stringContaining('QuantumConfiguration') }],
    });
  });
});

describe('a process that is gone between the two calls', () => {
  it('is followed by one that finishes under the same outcome', async () => {
    const { world, pool, change, told, clock, writes } = await aPoolWithMfa({
      MfaConfiguration: 'OPTIONAL',
      ...sms,
    });
    await change(passwordsWith({ MinimumLength: 8 }));
    const policies = policiesAsking({
      'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } },
      'SoftwareTokenMfaConfiguration.Enabled': { asks: { equals: true } },
    });
    const dying = {
      ...world.pools,
      write: async (...args: Parameters<typeof world.pools.write>) => {
        if (args[1].operation === 'SetUserPoolMfaConfig') throw new Error('crash');
        return world.pools.write(...args);
      },
    };
    const ledger = { ...world.ledger, abandon: async () => {} };
    await expect(enforce({ ...world, policies, ledger, pools: dying }, pool, [aCall()])).rejects.toThrow(
      'crash',
    );
    clock.pass(91_000);

    await enforce({ ...world, policies }, pool, [aCall()]);

    expect(writes()).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
    expect(told).toMatchObject([
      {
        kind: 'remediated',
        changes: [
          { setting: 'Policies.PasswordPolicy.MinimumLength', from: 8 },
          { setting: 'SoftwareTokenMfaConfiguration.Enabled' },
        ],
        findings: [{ resolved: true }, { resolved: true }],
        sideEffects: [],
      },
    ]);
  });
});
