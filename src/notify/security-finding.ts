import type { AwsSecurityFinding, SeverityLabel } from '@aws-sdk/client-securityhub';
import type { Severity } from '../policy/policy.ts';
import { type SettingValue, showValue } from '../pool/setting-value.ts';
import { findSetting } from '../pool/settings.ts';
import { cutTo, forEmail } from './escape.ts';
import { findingId } from './finding-id.ts';
import { descriptionOf, recommendationOf, titleOf } from './finding-words.ts';
import { poolLink } from './links.ts';
import type { Notice } from './notice.ts';
import { isTime } from './notice-time.ts';
import { type RuleState, ruleStates } from './rule-state.ts';
import { showWords, type Words } from './words.ts';

/** Made inert as for plain-text mail: Security Hub shows text as it is, and hands it on to whatever people have set up. */
const inert = (text: string): string => forEmail(text, 300);

/** @param limit in characters; ASFF counts them so (AwsSecurityFinding, AWS Security Hub API reference) */
const plain = (text: Words, limit: number): string =>
  cutTo(
    showWords(text, ({ text: outside }) => inert(outside)),
    limit,
  );

const labels: { readonly [severity in Severity]: SeverityLabel } = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
};

/**
 * INFORMATIONAL where the rule holds: "No issue was found" (Severity, AWS Security Hub API reference), so that a route
 * for grave findings wakes nobody for one that was put right.
 */
const severityOf = ({ asked, state }: RuleState) => ({
  Label: asked && state !== 'holding' ? labels[asked.severity] : 'INFORMATIONAL',
  ...(asked && { Original: asked.severity }),
});

const complianceOf = ({ asked, state }: RuleState): AwsSecurityFinding['Compliance'] => {
  const requirements = (asked?.controls ?? []).slice(0, 32).map(inert);
  const exemption = state === 'accepted' ? asked?.exemption : undefined;
  return {
    Status: state === 'holding' ? 'PASSED' : 'FAILED',
    ...(requirements.length > 0 && { RelatedRequirements: requirements }),
    ...(exemption && {
      StatusReasons: [
        {
          ReasonCode: 'EXEMPTED',
          Description: inert(
            `${exemption.ticket}, approved by ${exemption.approver}, until ${exemption.expires}`,
          ),
        },
      ],
    }),
  };
};

/** Where it is said how the setting is written, for everybody to read: a page behind a sign-in is not allowed here. */
const referenceOf = (setting: string): string => {
  const call = findSetting(setting)?.calls.find(
    (each) => each === 'UpdateUserPool' || each === 'SetUserPoolMfaConfig',
  );
  return `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_${call ?? 'UpdateUserPool'}.html`;
};

/** What else there is to filter by. AWS asks for ProviderName from whoever has no product ARN of their own. */
const productFields = (
  { rule, asked, found, now, call }: RuleState,
  notice: Notice,
): Record<string, string> => {
  const value = (from: SettingValue | undefined): string | undefined =>
    from === undefined ? undefined : showValue(from);
  const fields = {
    rule,
    policy: asked?.policy,
    at: asked?.at,
    setting: asked?.setting,
    required: asked?.required,
    found: value(found),
    now: value(now),
    owner: asked?.owner,
    call: call?.call,
    caller: call?.actor.arn,
    eventId: call?.eventId,
    notice: notice.id,
  };
  return Object.fromEntries([
    ['ProviderName', 'cognito-lifeguard'],
    ...Object.entries(fields).flatMap(([name, text]) =>
      text === undefined ? [] : [[`cognito-lifeguard/${name}`, inert(text)]],
    ),
  ]);
};

const partitions = ['aws', 'aws-cn', 'aws-us-gov'] as const;

/** ASFF has no type for user pools, and asks for `Other` then (Resource, AWS Security Hub API reference). */
const resourceOf = ({ pool, name }: RuleState): AwsSecurityFinding['Resources'] => {
  const Partition = partitions.find((known) => known === pool.partition);
  const details = { ResourceType: 'AWS::Cognito::UserPool', UserPoolId: pool.id };
  return [
    {
      Type: 'Other',
      Id: pool.arn,
      ...(Partition && { Partition }),
      Region: pool.region,
      Details: { Other: name ? { ...details, UserPoolName: inert(name) } : details },
    },
  ];
};

const findingOf = (state: RuleState, notice: Notice): AwsSecurityFinding => {
  const { pool, rule, at, asked } = state;
  const page = poolLink(pool);
  const step = recommendationOf(state);
  return {
    SchemaVersion: '2018-10-08',
    Id: findingId(pool.arn, rule),
    ProductArn: `arn:${pool.partition}:securityhub:${pool.region}:${pool.accountId}:product/${pool.accountId}/default`,
    ProductName: 'cognito-lifeguard',
    GeneratorId: `cognito-lifeguard/${inert(rule)}`,
    AwsAccountId: pool.accountId,
    CreatedAt: at,
    UpdatedAt: at,
    Title: plain(titleOf(state), 256),
    Description: plain(descriptionOf(state), 1024),
    ...(asked &&
      step && {
        Remediation: { Recommendation: { Text: plain(step, 512), Url: referenceOf(asked.setting) } },
      }),
    ...(page && { SourceUrl: page.url }),
    ProductFields: productFields(state, notice),
    Resources: resourceOf(state),
    FindingProviderFields: {
      Severity: severityOf(state),
      Types: ['Software and Configuration Checks/AWS Security Best Practices'],
    },
    Compliance: complianceOf(state),
    RecordState: state.state === 'broken' ? 'ACTIVE' : 'ARCHIVED',
  };
};

/** True for a pool of the account that tells of it; a digest of an organization has pools of others. */
const isOfTeller = ({ details }: Notice, accountId: string): boolean =>
  !('accountId' in details) || details.accountId === accountId;

/**
 * A notice as findings of AWS Security Hub (ASFF 2018-10-08): one for each rule and pool that it says something of,
 * active while the rule is broken, archived while it holds or an exemption lasts. Both times are those of the look, so
 * that Security Hub ignores what is older than what it has. What has no such time is left out: nobody could say how new
 * it is. Severity and types stand where only the provider writes, which leaves people's own alone
 * (FindingProviderFields, AWS Security Hub user guide). So is what other accounts have standing: an account's product takes
 * its own findings.
 */
export const securityFindings = (notice: Notice): readonly AwsSecurityFinding[] =>
  ruleStates(notice)
    .filter(({ at, pool }) => isTime(at) && isOfTeller(notice, pool.accountId))
    .map((state) => findingOf(state, notice));
