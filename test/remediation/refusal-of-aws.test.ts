import { describe, expect, it } from 'vitest';
import type { PlannedCall } from '../../src/remediation/planned-call.ts';
import { refusalOfAws } from '../../src/remediation/refusals/refusal-of-aws.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const snapshot = aPoolSnapshot();
const { pool } = snapshot;
const call: PlannedCall = {
  operation: 'UpdateUserPool',
  request: {},
  settings: ['DeletionProtection'],
  standsAlone: true,
};

const moveTier = 'Move the pool to the tier that the feature needs, or exempt it.';
const repairRole = 'Repair the role in SmsConfiguration: AWS refuses every change of this pool until then.';
const byHand = 'Correct what AWS names, by hand; it is tried again at the next look.';

describe('what AWS refuses', () => {
  it.each([
    ['FeatureUnavailableInTierException', 'needs-tier', moveTier],
    ['TierChangeNotAllowedException', 'needs-tier', moveTier],
    ['InvalidSmsRoleAccessPolicyException', 'broken-sms-role', repairRole],
    ['InvalidSmsRoleTrustRelationshipException', 'broken-sms-role', repairRole],
    [
      'UserImportInProgressException',
      'import-in-progress',
      'Wait until the import is over: stopping it, or the next change of the pool, brings a new look.',
    ],
    [
      'OperationNotEnabledException',
      'replica',
      'Change the pool in its primary Region; a replica follows it.',
    ],
    ['InvalidParameterException', 'refused-by-aws', byHand],
    ['InvalidEmailRoleAccessPolicyException', 'refused-by-aws', byHand],
    ['UserPoolTaggingException', 'refused-by-aws', byHand],
    ['ExceptionOfTomorrow', 'refused-by-aws', byHand],
  ])('as %s is told as %s, in AWS’s own words, with something to do', (error, code, next) => {
    const refusal = refusalOfAws({ kind: 'refused', error, message: 'The reason.' }, call, snapshot);

    expect(refusal).toEqual({
      code,
      settings: ['DeletionProtection'],
      reason: `AWS refused the change: ${error}: The reason.`,
      next,
    });
  });

  it.each(['AccessDeniedException', 'NotAuthorizedException'])(
    'as %s names the action and the resource to allow',
    (error) => {
      const refusal = refusalOfAws({ kind: 'denied', error, message: 'Not allowed.' }, call, snapshot);

      expect(refusal).toEqual({
        code: 'missing-permission',
        settings: ['DeletionProtection'],
        reason: `AWS denied cognito-idp:UpdateUserPool on ${pool.arn}: Not allowed.`,
        next: `Allow the caller cognito-idp:UpdateUserPool on ${pool.arn}.`,
      });
    },
  );

  it('names the action that AWS’s message names, where it is another one than the call', () => {
    const message = 'User: someone is not authorized to perform: iam:PassRole on resource: a-role';

    const refusal = refusalOfAws({ kind: 'denied', error: 'AccessDeniedException', message }, call, snapshot);

    expect(refusal.next).toBe(`Allow the caller iam:PassRole on ${pool.arn}.`);
  });

  it('names the member from the future that AWS did not take back', () => {
    const later = aPoolSnapshot({ set: { 'Policies.PasswordPolicy.MinimumEntropy': 40 } });
    const message = 'Unknown parameter: Policies.PasswordPolicy.MinimumEntropy';

    const refusal = refusalOfAws(
      { kind: 'refused', error: 'InvalidParameterException', message },
      call,
      later,
    );

    expect(refusal).toMatchObject({
      code: 'carried-member',
      settings: ['DeletionProtection'],
      reason: expect.stringContaining('Policies.PasswordPolicy.MinimumEntropy'),
      next: 'Update Lifeguard, which may know the setting by now; until then set this by hand.',
    });
  });

  it('names a member from the future only where its own call was refused', () => {
    const later = aPoolSnapshot({ mfaConfig: { PushMfaConfiguration: { Enabled: true } } });
    const answer = {
      kind: 'refused',
      error: 'InvalidParameterException',
      message: 'Unknown parameter: PushMfaConfiguration',
    } as const;

    const [update, mfa] = [
      refusalOfAws(answer, call, later),
      refusalOfAws(answer, { ...call, operation: 'SetUserPoolMfaConfig' }, later),
    ];

    expect(update.code).toBe('refused-by-aws');
    expect(mfa).toMatchObject({
      code: 'carried-member',
      reason: expect.stringContaining('MfaConfig:PushMfaConfiguration'),
    });
  });

  it('names no member from the future where AWS speaks of something else', () => {
    const later = aPoolSnapshot({ set: { 'Policies.PasswordPolicy.MinimumEntropy': 40 } });

    const refusal = refusalOfAws(
      { kind: 'refused', error: 'InvalidParameterException', message: 'Invalid tags.' },
      call,
      later,
    );

    expect(refusal.code).toBe('refused-by-aws');
  });

  it('names a member from the future inside the elements of a list by its own name', () => {
    const mechanism = { Name: 'verified_email', Priority: 1, Delay: 60 };
    const later = aPoolSnapshot({ set: { 'AccountRecoverySetting.RecoveryMechanisms': [mechanism] } });

    const refusal = refusalOfAws(
      { kind: 'refused', error: 'InvalidParameterException', message: 'Unknown parameter: Delay' },
      call,
      later,
    );

    expect(refusal).toMatchObject({
      code: 'carried-member',
      reason: expect.stringContaining('AccountRecoverySetting.RecoveryMechanisms[].Delay'),
    });
  });

  it.each(['refused', 'denied'] as const)('when %s is told without the values that AWS quotes', (kind) => {
    const message =
      "1 validation error detected: Value 's3cret' at 'smsConfiguration.externalId' failed to satisfy constraint: Member must be shorter";

    const refusal = refusalOfAws({ kind, error: 'InvalidParameterException', message }, call, snapshot);

    expect(JSON.stringify(refusal)).not.toContain('s3cret');
    expect(refusal.reason).toContain(
      "Value (hidden) at 'smsConfiguration.externalId' failed to satisfy constraint",
    );
  });

  it('names a member from the future that AWS quotes', () => {
    const later = aPoolSnapshot({ set: { 'Policies.PasswordPolicy.MinimumEntropy': 40 } });
    const message = "Unknown parameter 'MinimumEntropy'";

    const refusal = refusalOfAws(
      { kind: 'refused', error: 'InvalidParameterException', message },
      call,
      later,
    );

    expect(refusal).toMatchObject({
      code: 'carried-member',
      reason: expect.stringContaining('Policies.PasswordPolicy.MinimumEntropy'),
    });
  });
});
