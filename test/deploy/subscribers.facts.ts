import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import {
  arnOf,
  idsOfType,
  listOf,
  properties,
  roleStatements,
  type Statement,
  type Template,
} from './template.ts';

const denyAll = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/AWSDenyAll` };

const topics = ['NoticesTopic', 'UrgentTopic'] as const;

export const subscriberFacts = (variants: () => Variants): void => {
  test.each(topics)('%s is encrypted with our key, not the one that AWS manages', (topic) => {
    expect(properties(variants().plain.template, topic).KmsMasterKeyId).toEqual(arnOf('LifeguardKey'));
  });

  test('UrgentTopic lets in two services, for our alarms and for rules', () => {
    const { Statement } = properties(variants().plain.template, 'UrgentTopicPolicy').PolicyDocument;

    expect(Statement.filter(({ Effect }: Statement) => Effect === 'Allow')).toEqual([
      expect.objectContaining({
        Sid: 'OurAlarmsMayPublish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
      // EventBridge meets no condition here; whoever makes another rule that publishes is told of.
      {
        Sid: 'RulesMayPublish',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: 'UrgentTopic' },
      },
    ]);
  });

  test.each([
    [
      'NoticesTopic',
      'OnlyOnNoticeAndOurAlarmsMayPublish',
      {
        ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole'), 'aws:SourceArn': expect.any(Array) },
      },
    ],
    [
      'UrgentTopic',
      'OnlyOnNoticeAndAwsServicesMayPublish',
      {
        ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole') },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    ],
  ] as const)(
    '%s is closed by %s to every other publisher, and to requests without TLS',
    (topic, Sid, Condition) => {
      const { Topics, PolicyDocument } = properties(variants().plain.template, `${topic}Policy`);

      expect(Topics).toEqual([{ Ref: topic }]);
      const denials = PolicyDocument.Statement.filter(({ Effect }: Statement) => Effect === 'Deny');
      expect(denials).toEqual([
        {
          Sid,
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: { Ref: topic },
          Condition,
        },
        {
          Sid: 'OnlyOverTls',
          Effect: 'Deny',
          Principal: '*',
          Action: ['sns:Publish', 'sns:Subscribe'],
          Resource: { Ref: topic },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]);
    },
  );

  test('subscribes who hears of everything to both topics, and who is for the urgent to one', () => {
    const { template } = variants().full;

    const subscriptions = idsOfType(template, 'AWS::SNS::Subscription').map((id) => properties(template, id));

    const mail = (topic: string, Endpoint: string) => ({
      TopicArn: { Ref: topic },
      Protocol: 'email',
      Endpoint,
    });
    expect(subscriptions).toEqual([
      mail('NoticesTopic', 'security@example.com'),
      mail('NoticesTopic', 'ops@example.com'),
      mail('UrgentTopic', 'security@example.com'),
      mail('UrgentTopic', 'ops@example.com'),
      mail('UrgentTopic', 'on-call@example.com'),
    ]);
  });

  test('tells the function which chat configuration to watch, and lets it see what that dropped', () => {
    const { plain, full } = variants();
    const watches = (template: Template) =>
      roleStatements(template, 'OnNoticeRole').some(({ Sid }) => Sid === 'SeeWhatChatDropped');

    expect(properties(full.template, 'OnNoticeLambdaFunction').Environment.Variables).toMatchObject({
      LIFEGUARD_SLACK_CHANNEL_ID: 'C0123456789',
      LIFEGUARD_CHAT_CONFIGURATION: properties(full.template, 'SlackChannel').ConfigurationName,
    });
    expect([watches(plain.template), watches(full.template)]).toEqual([false, true]);
  });

  test('lets the function read the one parameter with the webhook’s address, which is in no variable', () => {
    const { template } = variants().full;

    const reading = roleStatements(template, 'OnNoticeRole').filter(({ Action }) =>
      listOf(Action).includes('ssm:GetParameter'),
    );

    expect(reading).toEqual([
      expect.objectContaining({
        Resource: {
          'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/cognito-lifeguard/prod/slack-webhook`,
        },
      }),
    ]);
    expect(
      roleStatements(variants().plain.template, 'OnNoticeRole').filter(
        ({ Sid }) => Sid === 'ReadSlackWebhook',
      ),
    ).toEqual([]);
  });

  test('says which channels there are, for lifeguard test-notice', () => {
    const channels = (variant: keyof Variants) =>
      properties(variants()[variant].template, 'ChannelsParameter').Value;

    expect(channels('plain')).toBe('notices,urgent,events');
    expect(channels('full')).toBe('notices,urgent,webhook,events,security-hub');
  });

  test('gives the Slack channel a guardrail and a role that deny everything', () => {
    const { template } = variants().full;

    expect(properties(template, 'SlackChannel')).toMatchObject({
      SlackWorkspaceId: 'T0123456789',
      SlackChannelId: 'C0123456789',
      SnsTopicArns: [{ Ref: 'NoticesTopic' }, { Ref: 'UrgentTopic' }, { Ref: 'TamperingChatTopic' }],
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
