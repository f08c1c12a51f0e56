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

describe('what AWS refuses', () => {
  it.each([
    ['FeatureUnavailableInTierException', 'needs-tier'],
    ['TierChangeNotAllowedException', 'needs-tier'],
    ['InvalidSmsRoleAccessPolicyException', 'broken-sms-role'],
    ['InvalidSmsRoleTrustRelationshipException', 'broken-sms-role'],
    ['UserImportInProgressException', 'import-in-progress'],
    ['OperationNotEnabledException', 'replica'],
    ['InvalidParameterException', 'refused-by-aws'],
    ['InvalidEmailRoleAccessPolicyException', 'refused-by-aws'],
    ['UserPoolTaggingException', 'refused-by-aws'],
    ['ExceptionOfTomorrow', 'refused-by-aws'],
  ])('as %s is told as %s, in AWS’s own words, with something to do', (error, code) => {
    const refusal = refusalOfAws({ kind: 'refused', error, message: 'The reason.' }, call, snapshot);

    expect(refusal).toEqual({
      code,
      settings: ['DeletionProtection'],
      reason: `AWS refused the change: ${error}: The reason.`,
      next: expect.stringMatching(/^[A-Z].+\.$/),
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
