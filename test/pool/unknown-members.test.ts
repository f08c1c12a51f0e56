import { describe, expect, it } from 'vitest';
import { unknownMembers } from '../../src/pool/unknown-members.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

describe('unknownMembers', () => {
  it('finds none in a pool that uses everything that the catalogue knows', () => {
    expect(unknownMembers(aPoolSnapshot())).toEqual([]);
  });

  it('finds members at the top, inside structures and inside list elements', () => {
    const snapshot = aPoolSnapshot({
      set: {
        QuantumConfiguration: { Level: 3 },
        'Policies.PasswordPolicy.MinimumEntropy': 40,
        'LambdaConfig.PostFederation': 'arn:aws:lambda:eu-west-1:111122223333:function:later',
        'AccountRecoverySetting.RecoveryMechanisms': [{ Name: 'verified_email', Priority: 1, Delay: 60 }],
      },
    });

    expect(unknownMembers(snapshot).toSorted()).toEqual([
      'AccountRecoverySetting.RecoveryMechanisms[].Delay',
      'LambdaConfig.PostFederation',
      'Policies.PasswordPolicy.MinimumEntropy',
      'QuantumConfiguration',
    ]);
  });

  it('finds members of the MFA configuration, and says where they are', () => {
    const snapshot = aPoolSnapshot({ mfaConfig: { PushMfaConfiguration: { Enabled: true } } });

    expect(unknownMembers(snapshot)).toEqual(['MfaConfig:PushMfaConfiguration']);
  });

  it('takes tags for one setting, whatever their keys', () => {
    const snapshot = aPoolSnapshot({ userPool: { UserPoolTags: { 'a.b': 'c', __proto__x: 'd' } } });

    expect(unknownMembers(snapshot)).toEqual([]);
  });
});
