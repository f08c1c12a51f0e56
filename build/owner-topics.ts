import { createHash } from 'node:crypto';
import type { Owner } from '../src/policy/owner.ts';
import type { Resources } from './cloudformation.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { type PublishTarget, tellOwnersPolicies } from './tell-owners-policies.ts';

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

/** `arn:aws-us-gov:sns:ap-southeast-2:111122223333:` is shorter. */
const longestArnStart = 50;

const targetsOf = (owner: Owner, names: DeploymentNames): readonly PublishTarget[] => [
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

/**
 * What the owners of policies/owners.yaml need of a deployment: for each with addresses a topic that they are
 * subscribed to, and for on-notice the right to publish to those topics and to the owners' own.
 */
export const ownerTopics = (owners: readonly Owner[], names: DeploymentNames): Resources => ({
  ...Object.assign(
    {},
    ...owners.filter(({ emails }) => emails.length > 0).map((owner) => topicOf(owner, names)),
  ),
  ...tellOwnersPolicies(owners.flatMap((owner) => targetsOf(owner, names))),
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
