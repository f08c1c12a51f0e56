import { createHash } from 'node:crypto';
import type { Owner } from '../src/policy/owner.ts';
import type { DeploymentNames, Resources } from './resources-by-parameter.ts';

/** How the names of owners' topics begin; the owner's name follows. */
const namePrefix = ({ service, stage }: DeploymentNames): string => `${service}-${stage}-owner-`;

/** How the ARNs of owners' topics begin; the owner's name follows. By it on-notice finds them without a list. */
export const ownerTopicPrefix = (names: DeploymentNames): object => ({
  'Fn::Sub': `arn:\${AWS::Partition}:sns:\${AWS::Region}:\${AWS::AccountId}:${namePrefix(names)}`,
});

// Logical ids have no hyphens, and without them `a-b` would be `ab`. Named by what they are for: taking one out of the
// file leaves the others, and confirmed subscriptions, alone.
const idOf = (kind: string, ...parts: readonly string[]): string =>
  `${kind}${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)}`;

const topicId = ({ name }: Owner): string => idOf('OwnerTopic', name);

/** A topic under the deployment's key, its policy, and a subscription for each address. */
const topicOf = (owner: Owner, names: DeploymentNames): Resources => {
  const topic = { Ref: topicId(owner) };
  return {
    [topic.Ref]: {
      Type: 'AWS::SNS::Topic',
      Properties: {
        TopicName: `${namePrefix(names)}${owner.name}`,
        DisplayName: 'Lifeguard',
        KmsMasterKeyId: { 'Fn::GetAtt': ['LifeguardKey', 'Arn'] },
      },
    },
    // One for each topic: SNS refuses a policy whose statements are about more than one.
    [`${topic.Ref}Policy`]: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [topic],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              // That role's right to publish comes from its own policies; this takes it from everybody else.
              Sid: 'OnlyOnNoticeMayPublish',
              Effect: 'Deny',
              Principal: '*',
              Action: 'sns:Publish',
              Resource: topic,
              Condition: {
                ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': ['OnNoticeRole', 'Arn'] } },
              },
            },
            {
              Sid: 'OnlyOverTls',
              Effect: 'Deny',
              Principal: '*',
              Action: ['sns:Publish', 'sns:Subscribe'],
              Resource: topic,
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
    ...Object.fromEntries(
      owner.emails.map((email) => [
        idOf('OwnerSubscription', owner.name, email),
        {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: topic, Protocol: 'email', Endpoint: email },
        },
      ]),
    ),
  };
};

/** A topic that on-notice publishes to, and how long its ARN is, at most where only AWS knows it. */
interface Target {
  readonly arn: string | { readonly Ref: string };
  readonly length: number;
}

/** `arn:aws-us-gov:sns:ap-southeast-2:111122223333:` is shorter. */
const longestArnStart = 50;

const targetsOf = (owner: Owner, names: DeploymentNames): readonly Target[] => [
  ...(owner.emails.length > 0
    ? [
        {
          arn: { Ref: topicId(owner) },
          length: longestArnStart + namePrefix(names).length + owner.name.length,
        },
      ]
    : []),
  ...(owner.topic === undefined ? [] : [{ arn: owner.topic, length: owner.topic.length }]),
];

/** In characters, of the 6,144 of a managed policy (IAM user guide, "IAM and AWS STS quotas"); the rest is its frame. */
const roomForArns = 5500;

/** Splits topics so that the ARNs of each part have room in one policy. */
const inParts = (targets: readonly Target[]): readonly (readonly Target[])[] => {
  const parts: Target[][] = [];
  let left = 0;
  for (const target of targets) {
    // Quotes and a comma.
    const taken = target.length + 3;
    if (parts.length === 0 || taken > left) {
      parts.push([]);
      left = roomForArns;
    }
    parts.at(-1)?.push(target);
    left -= taken;
  }
  return parts;
};

/**
 * The right to publish to exactly these topics. Managed policies, since a role's own ones together have 10,240
 * characters; a role takes ten of them.
 */
const publishPolicies = (targets: readonly Target[]): Resources =>
  Object.fromEntries(
    inParts(targets).map((part, index) => [
      `TellOwnersPolicy${index + 1}`,
      {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          Description: 'Lifeguard tells the owners of pools',
          Roles: [{ Ref: 'OnNoticeRole' }],
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'TellOwners',
                Effect: 'Allow',
                Action: 'sns:Publish',
                Resource: part.map(({ arn }) => arn),
              },
            ],
          },
        },
      },
    ]),
  );

/**
 * What the owners of policies/owners.yaml need of a deployment: for each with addresses a topic that they are
 * subscribed to, and for on-notice the right to publish to those topics and to the owners' own.
 */
export const ownerTopics = (owners: readonly Owner[], names: DeploymentNames): Resources => ({
  ...Object.assign(
    {},
    ...owners.filter(({ emails }) => emails.length > 0).map((owner) => topicOf(owner, names)),
  ),
  ...publishPolicies(owners.flatMap((owner) => targetsOf(owner, names))),
});

/** Whom an owner's own topic, or the key that it is encrypted with, has to let in; absent where nobody has one. */
export const ownerOutputs = (owners: readonly Owner[]): Resources =>
  owners.some(({ topic }) => topic !== undefined)
    ? {
        OnNoticeRoleArn: {
          Description:
            'Whom topics of owners in other accounts, and the keys of encrypted ones in this one, have to let in',
          Value: { 'Fn::GetAtt': ['OnNoticeRole', 'Arn'] },
        },
      }
    : {};
