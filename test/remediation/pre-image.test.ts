import { describe, expect, it } from 'vitest';
import { changedLeavesOnly, snapshotBefore } from '../../src/remediation/pre-image.ts';
import { sideEffects } from '../../src/remediation/side-effects.ts';
import { anOpenOutcome } from '../ledger/an-open-outcome.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const because = [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:1' }] as const;

describe('a shortened pre-image', () => {
  it('has the settings that change, each in the answer where AWS tells it, and nothing else', () => {
    const open = anOpenOutcome({
      changes: [
        { setting: 'Policies.PasswordPolicy.MinimumLength', from: 8, to: 14, because },
        { setting: 'SoftwareTokenMfaConfiguration.Enabled', from: true, to: false, because },
      ],
    });

    expect(changedLeavesOnly(open)).toEqual({
      ...open,
      preImage: {
        userPool: { Policies: { PasswordPolicy: { MinimumLength: 8 } } },
        mfaConfig: { SoftwareTokenMfaConfiguration: { Enabled: true } },
        takenAt: open.preImage.takenAt,
        changedLeavesOnly: true,
      },
    });
  });

  it('lacks a setting that the pool did not have', () => {
    const { preImage } = changedLeavesOnly(
      anOpenOutcome({
        changes: [{ setting: 'EmailConfiguration.SourceArn', from: null, to: 'arn', because }],
        preImage: { userPool: { Name: 'checkout' }, mfaConfig: {}, takenAt: '2026-11-23T10:00:00.000Z' },
      }),
    );

    expect(preImage).toMatchObject({ userPool: {}, mfaConfig: {} });
    expect(preImage.userPool).not.toHaveProperty('EmailConfiguration');
  });
});

describe('the pool before the first write', () => {
  const now = aPoolSnapshot({ set: { 'DeviceConfiguration.ChallengeRequiredOnNewDevice': false } });

  it('is the pre-image, where all of it was kept', () => {
    const open = anOpenOutcome();

    const before = snapshotBefore(open, now);

    expect(before).toEqual({ ...now, ...open.preImage });
    expect(sideEffects(before, now, open.changes)).toMatchObject([
      { path: 'DeviceConfiguration.ChallengeRequiredOnNewDevice' },
    ]);
  });

  it('is what is now with the settings that changed put back, where it was shortened', () => {
    const open = changedLeavesOnly(anOpenOutcome());

    const before = snapshotBefore(open, now);

    expect(before.userPool).toEqual(
      aPoolSnapshot({
        set: {
          'DeviceConfiguration.ChallengeRequiredOnNewDevice': false,
          'Policies.PasswordPolicy.MinimumLength': 8,
        },
      }).userPool,
    );
    expect(before.takenAt).toBe(open.preImage.takenAt);
    expect(sideEffects(before, now, open.changes)).toEqual([]);
  });

  it('has a structure again of which nothing is left, where it was shortened', () => {
    const preImage = {
      userPool: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } },
      mfaConfig: {},
      takenAt: '2026-11-23T10:00:00.000Z',
      changedLeavesOnly: true,
    } as const;
    const without = aPoolSnapshot({ set: { DeviceConfiguration: undefined } });

    const before = snapshotBefore(anOpenOutcome({ preImage }), without);

    expect(before.userPool).toEqual({ ...without.userPool, ...preImage.userPool });
  });
});
