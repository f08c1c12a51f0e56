import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, listOf, properties, roleStatements, type Template } from './template.ts';

const denyAll = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/AWSDenyAll` };

const topics = ['NoticesTopic', 'UrgentTopic'] as const;
const overTls = (topic: string) => ({
  Sid: 'OnlyOverTls',
  Effect: 'Deny',
  Principal: '*',
  Action: ['sns:Publish', 'sns:Subscribe'],
  Resource: { Ref: topic },
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const inAlarm = (name: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:\${AWS::AccountId}:alarm:cognito-lifeguard-prod-${name}`,
});

export const subscriberFacts = (variants: () => Variants): void => {
  test.each(topics)('%s is encrypted with our key, not the one that AWS manages', (topic) => {
    expect(properties(variants().plain.template, topic).KmsMasterKeyId).toEqual(arnOf('LifeguardKey'));
  });

  test.each(topics)(
    '%s is closed to every publisher but on-notice and our alarms, and to requests without TLS',
    (topic) => {
      const { Topics, PolicyDocument } = properties(variants().plain.template, `${topic}Policy`);

      expect(Topics).toEqual([{ Ref: topic }]);
      expect(PolicyDocument.Statement).toEqual([
        expect.objectContaining({
          Sid: 'OurAlarmsMayPublish',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
        {
          Sid: 'OnlyOnNoticeAndOurAlarmsMayPublish',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: { Ref: topic },
          Condition: {
            ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole'), 'aws:SourceArn': expect.any(Array) },
          },
        },
        overTls(topic),
      ]);
    },
  );

  test('TamperingTopic is open to rules and to two alarms, and to nobody else', () => {
    const Resource = { Ref: 'TamperingTopic' };
    const { Topics, PolicyDocument } = properties(variants().plain.template, 'TamperingTopicPolicy');

    expect(Topics).toEqual([Resource]);
    expect(PolicyDocument.Statement).toEqual([
      {
        Sid: 'AlarmsHeardWithoutKeyMayPublish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource,
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnEquals: { 'aws:SourceArn': [inAlarm('tampering-dead-letters'), inAlarm('no-sweep')] },
        },
      },
      // EventBridge meets no condition here; whoever makes another rule that publishes is told of.
      {
        Sid: 'RulesMayPublish',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource,
      },
      {
        Sid: 'OnlyAwsServicesMayPublish',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource,
        Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      },
      overTls('TamperingTopic'),
    ]);
  });

  test('subscribes who hears of everything to all topics, and who is for the urgent to all but one', () => {
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
      mail('TamperingTopic', 'security@example.com'),
      mail('TamperingTopic', 'ops@example.com'),
      mail('TamperingTopic', 'on-call@example.com'),
      // This is a centre.
      mail('MembersTopic', 'security@example.com'),
      mail('MembersTopic', 'ops@example.com'),
      mail('MembersTopic', 'on-call@example.com'),
    ]);
  });

  test('lets the function see whether anybody listens on each, and publish on those of notices alone', () => {
    const allowed = (action: string) =>
      roleStatements(variants().plain.template, 'OnNoticeRole')
        .filter(({ Action }) => listOf(Action).includes(action))
        .flatMap(({ Resource }) => listOf(Resource));

    expect(allowed('sns:GetTopicAttributes')).toEqual([...topics, 'TamperingTopic'].map((Ref) => ({ Ref })));
    expect(allowed('sns:Publish')).toEqual(topics.map((Ref) => ({ Ref })));
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
