import { describe, expect, it } from 'vitest';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Plan } from '../../src/remediation/plan.ts';
import { refusalOfAws } from '../../src/remediation/refusals/refusal-of-aws.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const plan: Plan = {
  changes: [
    {
      setting: 'DeletionProtection',
      from: 'INACTIVE',
      to: 'ACTIVE',
      because: [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:1' }],
    },
  ],
  refusals: [],
  carried: 0,
};

describe('what AWS refuses', () => {
  it.each([
    ['FeatureUnavailableInTierException', 'needs-tier'],
    ['TierChangeNotAllowedException', 'needs-tier'],
    ['InvalidSmsRoleAccessPolicyException', 'broken-sms-role'],
    ['InvalidSmsRoleTrustRelationshipException', 'broken-sms-role'],
    ['UserImportInProgressException', 'import-in-progress'],
    ['InvalidParameterException', 'refused-by-aws'],
    ['InvalidEmailRoleAccessPolicyException', 'refused-by-aws'],
    ['UserPoolTaggingException', 'refused-by-aws'],
    ['ExceptionOfTomorrow', 'refused-by-aws'],
  ])('as %s is told as %s, in AWS’s own words, with something to do', (error, code) => {
    const refusal = refusalOfAws({ kind: 'refused', error, message: 'The reason.' }, pool, plan);

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
      const refusal = refusalOfAws({ kind: 'denied', error, message: 'Not allowed.' }, pool, plan);

      expect(refusal).toEqual({
        code: 'missing-permission',
        settings: ['DeletionProtection'],
        reason: `AWS denied cognito-idp:UpdateUserPool on ${pool.arn}: Not allowed.`,
        next: `Allow the caller cognito-idp:UpdateUserPool on ${pool.arn}.`,
      });
    },
  );
});
