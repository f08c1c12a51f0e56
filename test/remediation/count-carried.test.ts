import { describe, expect, it } from 'vitest';
import { countCarried } from '../../src/remediation/count-carried.ts';
import { mergeUpdate } from '../../src/remediation/merge-update.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const counted = (overrides: Parameters<typeof aPoolSnapshot>[0] = {}, ...changes: SettingChange[]) => {
  const snapshot = aPoolSnapshot(overrides);
  const request = mergeUpdate(snapshot, changes);
  return countCarried(
    [{ operation: 'UpdateUserPool', request, settings: [], standsAlone: true }],
    snapshot,
    changes,
  );
};

const only = {
  Id: 'eu-west-1_AbCdEf123',
  Name: 'a-pool',
  UserPoolTier: 'PLUS',
  Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
  AutoVerifiedAttributes: ['email'],
};

const nothingElse = Object.fromEntries(
  Object.keys(aPoolSnapshot().userPool).map((member) => [member, undefined]),
);

describe('countCarried', () => {
  it('counts each setting once: name, tier, two of the password policy, verified attributes', () => {
    expect(counted({ userPool: { ...nothingElse, ...only } })).toBe(5);
  });

  it('leaves out what a change names', () => {
    const change: SettingChange = {
      setting: 'Policies.PasswordPolicy.MinimumLength',
      from: 8,
      to: 14,
      because: [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:1' }],
    };

    expect(counted({ userPool: { ...nothingElse, ...only } }, change)).toBe(4);
  });

  it('counts members from the future, those of the MFA configuration left out: this request does not carry them', () => {
    const future = { QuantumConfiguration: { Level: 3 } };
    const mfaConfig = { PushMfaConfiguration: { Enabled: true } };

    expect(counted({ userPool: { ...nothingElse, ...only, ...future }, mfaConfig })).toBe(6);
  });

  it('counts members from the future with the call that carries them, each once', () => {
    const snapshot = aPoolSnapshot({
      set: { Later: 1, Latest: 1 },
      mfaConfig: { PushMfaConfiguration: { Enabled: true } },
    });
    const update = { operation: 'UpdateUserPool', request: {}, settings: [], standsAlone: true } as const;
    const mfa = { ...update, operation: 'SetUserPoolMfaConfig' } as const;

    const counts = [[], [update], [mfa], [update, mfa]].map((calls) => countCarried(calls, snapshot, []));

    expect(counts).toEqual([0, 2, 1, 3]);
  });

  it('does not count what only Describe has', () => {
    const before = counted();

    expect(counted({ set: { EstimatedNumberOfUsers: undefined, Domain: undefined } })).toBe(before);
  });
});
