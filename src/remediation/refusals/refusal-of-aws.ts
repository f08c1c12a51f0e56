import type { PoolRef } from '../../pool/pool-ref.ts';
import type { WriteResult } from '../../pool/pools.ts';
import type { Plan } from '../plan.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';

type Refused = Extract<WriteResult, { kind: 'refused' | 'denied' }>;

/** AWS's exceptions of UpdateUserPool that have a refusal of their own. Source: the service model's error list. */
const codes: { readonly [error: string]: RefusalCode } = {
  FeatureUnavailableInTierException: 'needs-tier',
  TierChangeNotAllowedException: 'needs-tier',
  InvalidSmsRoleAccessPolicyException: 'broken-sms-role',
  InvalidSmsRoleTrustRelationshipException: 'broken-sms-role',
  UserImportInProgressException: 'import-in-progress',
};

const nextSteps: { readonly [code in RefusalCode]?: string } = {
  'needs-tier': 'Move the pool to the tier that the feature needs, or exempt it.',
  'broken-sms-role': 'Repair the role in SmsConfiguration: AWS refuses every change of this pool until then.',
  'import-in-progress': 'Nothing: it is tried again when the import is over.',
};

/** What a person must know when AWS said no to the write. */
export const refusalOfAws = (result: Refused, pool: PoolRef, plan: Plan): Refusal => {
  const settings = plan.changes.map(({ setting }) => setting);
  if (result.kind === 'denied')
    return {
      code: 'missing-permission',
      settings,
      reason: `AWS denied cognito-idp:UpdateUserPool on ${pool.arn}: ${result.message}`,
      next: `Allow the caller cognito-idp:UpdateUserPool on ${pool.arn}.`,
    };
  const code = codes[result.error] ?? 'refused-by-aws';
  return {
    code,
    settings,
    reason: `AWS refused the change: ${result.error}: ${result.message}`,
    next: nextSteps[code] ?? 'Correct what AWS names, by hand; it is tried again at the next look.',
  };
};
