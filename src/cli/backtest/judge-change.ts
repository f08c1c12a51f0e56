import type { CallCause } from '../../change/cause.ts';
import { isTagCall } from '../../change/tag-call.ts';
import { holds } from '../../policy/constraints/holds.ts';
import type { Policy, PolicySet, Rule } from '../../policy/policy.ts';
import { exemptionFor, standingRule } from '../../policy/standing-rule.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { RequestedSetting } from '../../pool/requested-settings.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../../pool/settings.ts';
import { boundBy } from './bound-by.ts';

/** Why a recorded call can't be held against a rule. */
export const undeterminedReasons = [
  /** CloudTrail left the parameters of the request out, for their size. */
  'request-omitted',
  /** The request doesn't name the setting, or not in a form that can be compared. */
  'not-in-request',
  /** The policy's scope names pools by what the record doesn't tell: their name, their tags. */
  'scope-not-known',
  /** The call adds tags to those that are there, or takes some away. */
  'tags-not-known',
] as const;

export type UndeterminedReason = (typeof undeterminedReasons)[number];

/** What a rule says of a recorded call. */
export type Verdict = { readonly policy: Policy; readonly rule: Rule } & (
  | { readonly status: 'satisfied' }
  | { readonly status: 'forbidden' | 'exempted'; readonly value: SettingValue; readonly required: string }
  | { readonly status: 'undetermined'; readonly reason: UndeterminedReason }
);

/** A recorded call that changed a pool, or one of a Region's where its record doesn't name it. */
export interface RecordedChange {
  readonly cause: CallCause;
  readonly accountId: string;
  readonly region: string;
  readonly pool?: PoolRef;
}

/**
 * What rules say of a recorded call, by its request alone: nobody knows any more what the pool was before. A rule
 * whose setting the call can't write says nothing. Exemptions count as they did on the day of the call.
 */
export const judgeChange = (policies: PolicySet, change: RecordedChange): readonly Verdict[] => {
  const { requested = [], call } = change.cause;
  const named = requestedValue(requested, 'PoolName');
  const tags = requestedValue(requested, 'UserPoolTags') ?? (call === 'CreateUserPool' ? {} : undefined);
  const told = {
    ...change,
    ...(typeof named === 'string' && { name: named }),
    ...(isMap(tags) && { tags }),
  };
  return policies.policies.flatMap((policy) => {
    const isBound = boundBy(policy.appliesTo, told);
    return isBound === false
      ? []
      : policy.rules
          .filter((rule) => rule.mode !== 'off' && canWrite(change.cause, rule.setting))
          .map((rule) => judge(policies, policy, rule, change, isBound));
  });
};

const isMap = (value: SettingValue | undefined): value is { readonly [key: string]: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const canWrite = (cause: CallCause, setting: SettingPath): boolean => {
  if (isTagCall(cause)) return setting === 'UserPoolTags';
  const calls: readonly string[] = settingAt(setting).calls;
  return calls.includes(cause.call) || (cause.call === 'CreateUserPool' && calls.includes('UpdateUserPool'));
};

/** What CloudTrail writes in place of a secret. Source: samples of the AWS CloudTrail user guide. */
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';

const requestedValue = (
  requested: readonly RequestedSetting[],
  setting: SettingPath,
): SettingValue | undefined => {
  const value = requested.find((each) => each.setting === setting)?.value;
  return value === hidden ? undefined : value;
};

const judge = (
  policies: PolicySet,
  policy: Policy,
  rule: Rule,
  { cause, pool }: RecordedChange,
  isBound: true | undefined,
): Verdict => {
  const undetermined = (reason: UndeterminedReason): Verdict => ({
    policy,
    rule,
    status: 'undetermined',
    reason,
  });
  if (isTagCall(cause)) return undetermined('tags-not-known');
  if (cause.requested === undefined) return undetermined('request-omitted');
  const value = requestedValue(cause.requested, rule.setting);
  if (value === undefined) return undetermined('not-in-request');
  const setting = settingAt(rule.setting);
  // What satisfies the rule does so wherever the policy reaches.
  if (holds(rule.constraint, value, setting)) return { policy, rule, status: 'satisfied' };
  if (isBound === undefined) return undetermined('scope-not-known');
  const day = cause.eventTime.slice(0, 10);
  const exemption = pool && exemptionFor(rule, pool.arn, policies, day);
  const { enforced } = standingRule(policy, rule, 'remediate', exemption);
  const isForbidden = enforced !== undefined && !holds(enforced.constraint, value, setting);
  return isForbidden
    ? { policy, rule, status: 'forbidden', value, required: enforced.required }
    : { policy, rule, status: 'exempted', value, required: rule.required };
};
