import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, properties, type Statement } from './template.ts';

const denyAll = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/AWSDenyAll` };

export const subscriberFacts = (variants: () => Variants): void => {
  test('encrypts the topic with our key, not the one that AWS manages', () => {
    expect(properties(variants().plain.template, 'NoticesTopic').KmsMasterKeyId).toEqual(
      arnOf('LifeguardKey'),
    );
  });

  test('closes the topic to every publisher but on-notice and our alarms, and to requests without TLS', () => {
    const { Topics, PolicyDocument } = properties(variants().plain.template, 'NoticesTopicPolicy');

    expect(Topics).toEqual([{ Ref: 'NoticesTopic' }]);
    const denials = PolicyDocument.Statement.filter(({ Effect }: Statement) => Effect === 'Deny');
    expect(denials).toEqual([
      {
        Sid: 'OnlyOnNoticeAndOurAlarmsMayPublish',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource: { Ref: 'NoticesTopic' },
        Condition: {
          ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole'), 'aws:SourceArn': expect.any(Array) },
        },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: ['sns:Publish', 'sns:Subscribe'],
        Resource: { Ref: 'NoticesTopic' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('subscribes each given address', () => {
    const { template } = variants().full;

    const subscriptions = idsOfType(template, 'AWS::SNS::Subscription').map((id) => properties(template, id));

    expect(subscriptions).toEqual([
      { TopicArn: { Ref: 'NoticesTopic' }, Protocol: 'email', Endpoint: 'security@example.com' },
      { TopicArn: { Ref: 'NoticesTopic' }, Protocol: 'email', Endpoint: 'ops@example.com' },
    ]);
  });

  test('gives the Slack channel a guardrail and a role that deny everything', () => {
    const { template } = variants().full;

    expect(properties(template, 'SlackChannel')).toMatchObject({
      SlackWorkspaceId: 'T0123456789',
      SlackChannelId: 'C0123456789',
      SnsTopicArns: [{ Ref: 'NoticesTopic' }],
      IamRoleArn: arnOf('SlackChannelRole'),
      GuardrailPolicies: [denyAll],
      LoggingLevel: 'ERROR',
      UserRoleRequired: false,
    });
    expect(properties(template, 'SlackChannelRole')).toMatchObject({ ManagedPolicyArns: [denyAll] });
    expect(properties(template, 'SlackChannelRole')).not.toHaveProperty('Policies');
  });

  test('subscribes nobody when nobody was named', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::SNS::Subscription')).toEqual([]);
    expect(idsOfType(template, 'AWS::Chatbot::SlackChannelConfiguration')).toEqual([]);
    expect(Object.keys(template.Resources)).not.toContain('SlackChannelRole');
  });
};
