import { expect, test } from 'vitest';
import { ownerTopics } from '../../build/owner-topics.ts';
import { anOwner } from '../support/an-owner.ts';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, listOf, properties, roleStatements, type Template } from './template.ts';

const paymentsAlerts = 'arn:aws:sns:eu-central-1:444455556666:payments-alerts';
const staffAlerts = 'arn:aws:sns:eu-west-1:111122223333:staff-alerts';

/** The logical ids of owners' topics, by the topics' names. */
const topicsIn = (template: Template): Readonly<Record<string, string>> =>
  Object.fromEntries(
    idsOfType(template, 'AWS::SNS::Topic')
      .filter((id) => id.startsWith('OwnerTopic'))
      .map((id) => [properties(template, id).TopicName, id]),
  );

/** The most that owners.yaml can ask for: its limits, with the longest names that there are. */
const theMost = Array.from({ length: 100 }, (_, index) =>
  anOwner({
    name: `${'a'.repeat(36)}-${index}`.slice(0, 40),
    emails: index < 50 ? ['a@example.com', 'b@example.com'] : ['a@example.com'],
    topic: `arn:aws-us-gov:sns:us-gov-west-1:111122223333:${'a'.repeat(256)}`,
  }),
);

export const ownerFacts = (variants: () => Variants): void => {
  test('makes a topic under our key for each owner with addresses, and for no other', () => {
    const { template } = variants().owned;

    expect(Object.keys(topicsIn(template))).toEqual([
      'cognito-lifeguard-prod-owner-checkout-team',
      'cognito-lifeguard-prod-owner-payments',
    ]);
    for (const id of Object.values(topicsIn(template)))
      expect(properties(template, id).KmsMasterKeyId).toEqual(arnOf('LifeguardKey'));
  });

  test('subscribes each address to the topic of its owner', () => {
    const { template } = variants().owned;
    const names = Object.fromEntries(Object.entries(topicsIn(template)).map(([name, id]) => [id, name]));

    const subscriptions = idsOfType(template, 'AWS::SNS::Subscription').map((id) => properties(template, id));

    expect(
      subscriptions.map(({ TopicArn, Protocol, Endpoint }) => [names[TopicArn.Ref], Protocol, Endpoint]),
    ).toEqual([
      ['cognito-lifeguard-prod-owner-checkout-team', 'email', 'checkout@example.com'],
      ['cognito-lifeguard-prod-owner-checkout-team', 'email', 'on-call@example.com'],
      ['cognito-lifeguard-prod-owner-payments', 'email', 'payments@example.com'],
    ]);
  });

  test('closes each of those topics to every publisher but on-notice, and to requests without TLS', () => {
    const { template } = variants().owned;
    const policies = idsOfType(template, 'AWS::SNS::TopicPolicy').map((id) => properties(template, id));

    for (const Ref of Object.values(topicsIn(template))) {
      // SNS takes a policy about one topic only.
      const [policy, ...more] = policies.filter(({ Topics }) =>
        Topics.some((topic: { Ref: string }) => topic.Ref === Ref),
      );
      expect(more).toEqual([]);
      expect(policy.Topics).toEqual([{ Ref }]);
      expect(policy.PolicyDocument.Statement).toEqual([
        {
          Sid: 'OnlyOnNoticeMayPublish',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: { Ref },
          Condition: { ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole') } },
        },
        {
          Sid: 'OnlyOverTls',
          Effect: 'Deny',
          Principal: '*',
          Action: ['sns:Publish', 'sns:Subscribe'],
          Resource: { Ref },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]);
    }
  });

  test('lets on-notice publish to the topics of owners, theirs and ours, and to no other', () => {
    const { template } = variants().owned;
    const publishes = (of: Template) =>
      roleStatements(of, 'OnNoticeRole')
        .filter(({ Action }) => listOf(Action).includes('sns:Publish'))
        .flatMap(({ Resource }) => listOf(Resource));
    const plain = publishes(variants().plain.template);

    expect(plain).toContainEqual({ Ref: 'NoticesTopic' });
    expect(publishes(template)).toEqual([
      ...plain,
      ...Object.values(topicsIn(template)).map((Ref) => ({ Ref })),
      paymentsAlerts,
      staffAlerts,
    ]);
  });

  test('tells on-notice how the names of those topics begin, whoever owns a pool', () => {
    for (const { template } of Object.values(variants())) {
      const { Variables } = properties(template, 'OnNoticeLambdaFunction').Environment;

      expect(Variables.LIFEGUARD_OWNER_TOPIC_PREFIX).toEqual({
        'Fn::Sub': `arn:\${AWS::Partition}:sns:\${AWS::Region}:\${AWS::AccountId}:cognito-lifeguard-prod-owner-`,
      });
      // Lambda user guide, "Lambda quotas": 4 KB for all variables together.
      expect(JSON.stringify(Variables).length).toBeLessThan(4096);
    }
  });

  test('says whom the policies of topics of their own have to let in, where somebody has one', () => {
    expect(variants().owned.template.Outputs.OnNoticeRoleArn?.Value).toEqual(arnOf('OnNoticeRole'));
    expect(variants().plain.template.Outputs).not.toHaveProperty('OnNoticeRoleArn');
  });

  test('keeps the most that owners.yaml can ask for within a stack, a policy and a role', () => {
    const resources = ownerTopics(theMost, { service: 'cognito-lifeguard', stage: 'prod' });

    const stack = Object.keys({ ...variants().full.template.Resources, ...resources });
    expect(stack.length).toBeLessThanOrEqual(500);
    const policies = Object.entries(resources).filter(([id]) => id.startsWith('TellOwnersPolicy'));
    expect(policies.length).toBeLessThanOrEqual(10);
    const published = policies.flatMap(([, policy]) => {
      const { PolicyDocument } = (policy as Template['Resources'][string]).Properties;
      const whole = JSON.stringify(PolicyDocument).replaceAll(
        /\{"Ref":"OwnerTopic[0-9a-f]{12}"\}/g,
        `"${'x'.repeat(`arn:aws:sns:ap-southeast-2:111122223333:cognito-lifeguard-prod-owner-`.length + 40)}"`,
      );
      expect(whole.length).toBeLessThanOrEqual(6144);
      return PolicyDocument.Statement[0].Resource;
    });
    expect(published).toHaveLength(200);
  });

  test('makes no resource of an owner that another would make, however their names are joined', () => {
    const names = { service: 'cognito-lifeguard', stage: 'prod' };
    const ids = ['a-b', 'ab', 'a-b-c', 'ab-c'].map((name) =>
      Object.keys(ownerTopics([anOwner({ name })], names)).filter((id) => id.startsWith('Owner')),
    );

    expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    expect(ids.flat().filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });
};
