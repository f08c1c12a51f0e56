import { hideQuotedValues } from '../../pool/hide-quoted-values.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { WriteResult } from '../../pool/pools.ts';
import { unknownMembers } from '../../pool/unknown-members.ts';
import type { PlannedCall } from '../planned-call.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';

type Refused = Extract<WriteResult, { kind: 'refused' | 'denied' }>;

/** AWS's exceptions that have a refusal of their own. Source: the service model's error lists of both calls. */
const codes: { readonly [error: string]: RefusalCode } = {
  FeatureUnavailableInTierException: 'needs-tier',
  TierChangeNotAllowedException: 'needs-tier',
  InvalidSmsRoleAccessPolicyException: 'broken-sms-role',
  InvalidSmsRoleTrustRelationshipException: 'broken-sms-role',
  UserImportInProgressException: 'import-in-progress',
  OperationNotEnabledException: 'replica',
};

const nextSteps: { readonly [code in RefusalCode]?: string } = {
  'needs-tier': 'Move the pool to the tier that the feature needs, or exempt it.',
  'broken-sms-role': 'Repair the role in SmsConfiguration: AWS refuses every change of this pool until then.',
  'import-in-progress':
    'Wait until the import is over: stopping it, or the next change of the pool, brings a new look.',
  replica: 'Change the pool in its primary Region; a replica follows it.',
};

/** What a person must know when AWS said no to a write, without the values that AWS repeats. */
export const refusalOfAws = (result: Refused, call: PlannedCall, snapshot: PoolSnapshot): Refusal => {
  const { settings, operation } = call;
  const { arn } = snapshot.pool;
  const message = hideQuotedValues(result.message);
  const said = `${result.error}: ${message}`;
  if (result.kind === 'denied')
    return {
      code: 'missing-permission',
      settings,
      reason: `AWS denied cognito-idp:${operation} on ${arn}: ${message}`,
      next: `Allow the caller ${deniedAction(result.message) ?? `cognito-idp:${operation}`} on ${arn}.`,
    };
  const member = carriedMember(result.message, operation, snapshot);
  if (member)
    return {
      code: 'carried-member',
      settings,
      reason: `AWS did not take ${member} back, a setting that this version doesn’t know and sent as it was read: ${said}`,
      next: 'Update Lifeguard, which may know the setting by now; until then set this by hand.',
    };
  const code = codes[result.error] ?? 'refused-by-aws';
  return {
    code,
    settings,
    reason: `AWS refused the change: ${said}`,
    next: nextSteps[code] ?? 'Correct what AWS names, by hand; it is tried again at the next look.',
  };
};

/** The action that AWS says was denied: writing a pool can need iam:PassRole or cognito-idp:TagResource besides. */
const deniedAction = (message: string): string | undefined => /to perform: ([\w-]+:\w+)/.exec(message)?.[1];

/** The member from the future that AWS's message names. */
const carriedMember = (
  message: string,
  operation: PlannedCall['operation'],
  snapshot: PoolSnapshot,
): string | undefined =>
  unknownMembers(snapshot)
    .filter((path) => path.startsWith('MfaConfig:') === (operation === 'SetUserPoolMfaConfig'))
    .find((path) => message.toLowerCase().includes((path.split(/[.:]/).at(-1) ?? path).toLowerCase()));
