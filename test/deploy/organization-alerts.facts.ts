import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { InputTransformer } from '../../build/tampering-message.ts';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';
import type { JsonObject } from '../../src/sandbox/json.ts';
import { longestStage } from './longest.ts';
import { inMember, memberArtifact } from './members.ts';
import { root, type Variants } from './packaged.ts';
import { type Place, resolved } from './resolved.ts';
import { arnOf, idsOfType, properties, type Template } from './template.ts';
import { transformed } from './transformed.ts';

const service = 'cognito-lifeguard-prod';
const sub = (text: string) => ({ 'Fn::Sub': text });

/** The property that names a part, and how long AWS lets it be: the API references of the four services. */
const names = {
  'AWS::Events::Rule': ['Name', 64],
  'AWS::IAM::Role': ['RoleName', 64],
  'AWS::SNS::Topic': ['TopicName', 256],
  'AWS::SQS::Queue': ['QueueName', 80],
} as const;

const parsed = (file: string): JsonObject => JSON.parse(readFileSync(file, 'utf8'));
const alarm = parsed(join(root, 'test/deploy/alarm-state-change.json'));
/** Events that tell on somebody; one of each kind of part that CloudFormation names or AWS makes an id for. */
const tampering = [
  'disable-rule/assumed-role.json',
  'purge-queue/assumed-role.json',
  'set-topic-attributes/assumed-role.json',
];

export const organizationAlertFacts = (variants: () => Variants): void => {
  const member = () => memberArtifact(variants());
  const centre = () => variants().full.template;
  const rulesThatTake = (template: Template, event: JsonObject, place?: Place): readonly string[] =>
    idsOfType(template, 'AWS::Events::Rule').filter((id) => {
      const { EventPattern } = properties(template, id);
      return EventPattern && compilePattern(resolved(template, EventPattern, place) as JsonObject)(event);
    });
  const hearing = (event: JsonObject): readonly string[] =>
    rulesThatTake(centre(), event).filter(
      (id) => properties(centre(), id).EventBusName?.Ref === 'OrganizationBus',
    );
  const mailOf = (id: string, event: JsonObject): string =>
    JSON.parse(transformed(properties(centre(), id).Targets[0].InputTransformer as InputTransformer, event));

  test.each(Object.entries(names))(
    'gives each %s of a member a name that begins with the deployment’s, and is not too long for any stage',
    (type, [property, longest]) => {
      const given = idsOfType(member(), type).map((id) => properties(member(), id)[property]);

      expect(given.length).toBeGreaterThan(0);
      for (const name of given) {
        const text: string = typeof name === 'string' ? name : name['Fn::Sub'];
        expect(text).toMatch(new RegExp(`^${service}-`));
        expect(text.replace('prod', 'x'.repeat(longestStage)).length).toBeLessThanOrEqual(longest);
      }
    },
  );

  test('leaves a member’s table without a name, since it stays where the stack goes', () => {
    const [ledger = ''] = idsOfType(member(), 'AWS::DynamoDB::Table');

    expect(properties(member(), ledger)).not.toHaveProperty('TableName');
  });

  test('has each of a member’s rules on tampering and on alarms tell the centre’s bus, by a role that may do that alone', () => {
    const bus = sub(
      `arn:\${AWS::Partition}:events:\${AWS::Region}:999988887777:event-bus/${service}-organization`,
    );
    // What came from another Region by a bus goes to no further one; rules there tell the centre.
    const telling = idsOfType(member(), 'AWS::Events::Rule').filter(
      (id) => /^(Tampering|AlarmsRule)/.test(id) && id !== 'TamperingWithElsewhereRule',
    );

    expect(telling).toHaveLength(14);
    for (const id of telling)
      expect(properties(member(), id).Targets).toContainEqual({
        Id: 'centre',
        Arn: bus,
        RoleArn: arnOf('TellCentreRole'),
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        DeadLetterConfig: { Arn: arnOf('TamperingDeadLetters') },
      });
    expect(properties(member(), 'TellCentreRole')).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'events.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: {
                'aws:SourceArn': sub(
                  `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${service}-*`,
                ),
              },
            },
          },
        ],
      },
      Policies: [
        {
          PolicyDocument: {
            Statement: [{ Sid: 'TellCentre', Effect: 'Allow', Action: 'events:PutEvents', Resource: bus }],
          },
        },
      ],
    });
    expect(idsOfType(variants().plain.template, 'AWS::IAM::Role')).not.toContain('TellCentreRole');
  });

  test('has the watching rule in a member’s other Regions tell the centre by itself', () => {
    const bus = sub(
      `arn:\${AWS::Partition}:events:\${HomeRegion}:999988887777:event-bus/${service}-organization`,
    );
    const targets = (id: string): readonly unknown[] =>
      properties(memberArtifact(variants(), 'forwarder.json'), id).Targets.map(
        ({ Arn }: { Arn: unknown }) => Arn,
      );

    expect(targets('WatchRule')).toContainEqual(bus);
    expect(targets('ForwardRule')).not.toContainEqual(bus);
    expect(
      properties(member(), 'ForwardRole').Policies[0].PolicyDocument.Statement.map(
        ({ Resource }: { Resource: unknown }) => Resource,
      ),
    ).toEqual([
      arnOf('ForwardedCallsBus'),
      sub(`arn:\${AWS::Partition}:events:\${AWS::Region}:999988887777:event-bus/${service}-organization`),
    ]);
  });

  test('keeps each pattern of a member and of the centre within EventBridge’s 2,048 characters', () => {
    for (const [template, place] of [
      [member(), inMember],
      [centre(), undefined],
    ] as const)
      for (const id of idsOfType(template, 'AWS::Events::Rule')) {
        const pattern = resolved(template, properties(template, id).EventPattern ?? {}, place);
        expect(
          JSON.stringify(pattern).replaceAll('prod', 'x'.repeat(longestStage)).length,
          id,
        ).toBeLessThanOrEqual(2048);
      }
  });

  test.each(tampering)(
    'events/%s in a member is taken by one of its rules, and told at the centre',
    (file) => {
      const text = readFileSync(join(root, 'events', file), 'utf8');
      // There, parts have no ending of CloudFormation's.
      const event: JsonObject = JSON.parse(text.replaceAll('-1A2B3C4D5E6F', ''));

      const [taken, ...others] = rulesThatTake(member(), event, inMember).filter(
        (id) => properties(member(), id).EventBusName === undefined,
      );

      expect(taken).toMatch(/^TamperingWith/);
      expect(others).toEqual([]);
      const heard = hearing({ ...event, account: '444455556666' });
      expect(heard).toEqual([taken?.replace('With', 'WithMembers')]);
      expect(mailOf(heard[0] ?? '', { ...event, account: '444455556666' })).toContain(
        'in account 444455556666,',
      );
    },
  );

  // Whoever may make rules in a member could put a thousand refused calls there, each with a text of their own.
  test.each([
    ['that AWS refused', { errorCode: 'AccessDenied', requestParameters: { name: 'Call +1 555 0100 now' } }],
    ['of CloudFormation', { sourceIPAddress: 'cloudformation.amazonaws.com' }],
  ])('tells at the centre of no call %s', (_, change) => {
    for (const file of tampering) {
      const event = parsed(join(root, 'events', file));
      const detail = { ...(event.detail as JsonObject), ...change };

      expect(hearing({ ...event, account: '444455556666', detail })).toEqual([]);
    }
  });

  test('tells the same calls on its own parts by the rules on the default bus alone', () => {
    const event = parsed(join(root, 'events/disable-rule/assumed-role.json'));

    const onDefaultBus = rulesThatTake(centre(), event).filter(
      (id) => properties(centre(), id).EventBusName === undefined,
    );

    expect(onDefaultBus).toEqual(['TamperingWithRulesRule']);
  });

  test('tells at the centre that an alarm of a member went off, in one sentence', () => {
    expect(rulesThatTake(member(), alarm, inMember)).toEqual(['AlarmsRule']);

    expect(hearing(alarm)).toEqual(['AlarmsOfMembersRule']);
    expect(mailOf('AlarmsOfMembersRule', alarm)).toBe(
      'An alarm of Lifeguard went off in an account of the organization: The alarm cognito-lifeguard-prod-no-sweep of account 444455556666, eu-west-1, went off at 2026-11-23T09:14:07Z. What it means and what to do: docs/operations.md has a section for each alarm.',
    );
  });

  test.each(['OK', 'INSUFFICIENT_DATA'])('tells no alarm that is %s, and no alarm of others', (value) => {
    const { detail } = alarm as { readonly detail: JsonObject };

    for (const change of [{ state: { value } }, { alarmName: `${service}-no-sweep"` }]) {
      const event = { ...alarm, detail: { ...detail, ...change } };
      expect(rulesThatTake(member(), event, inMember)).toEqual([]);
      expect(hearing(event)).toEqual([]);
    }
  });

  test('takes every alarm of a member at the centre, and none of the centre’s own besides', () => {
    const taken = (template: Template, id: string) =>
      properties(template, id).EventPattern.detail.alarmName as readonly string[];

    expect(taken(centre(), 'AlarmsOfMembersRule').toSorted()).toEqual(
      idsOfType(member(), 'AWS::CloudWatch::Alarm')
        .map((id) => properties(member(), id).AlarmName)
        .toSorted(),
    );
    expect(taken(member(), 'AlarmsRule').toSorted()).toEqual(
      taken(centre(), 'AlarmsOfMembersRule').toSorted(),
    );
  });

  test.each(['chat', 'mail'])('tells it as %s that EventBridge can fill in', (kind) => {
    const { Targets } = properties(centre(), 'AlarmsOfMembersRule');

    const text = transformed(Targets[kind === 'mail' ? 0 : 1].InputTransformer, alarm);

    expect(() => JSON.parse(text)).not.toThrow();
    expect(text).toContain('444455556666');
  });

  test('puts what can’t be told into the queue that lets these rules in', () => {
    for (const [template, rules] of [
      [member(), ['AlarmsRule', 'TamperingWithQueuesRule', 'TamperingWithElsewhereRule']],
      [centre(), ['AlarmsOfMembersRule', 'TamperingWithMembersQueuesRule']],
    ] as const) {
      const [{ Condition }] = properties(template, 'TamperingDeadLettersPolicy').PolicyDocument.Statement;
      const allowed = resolved(template, Condition.ArnEquals['aws:SourceArn']) as readonly string[];
      for (const id of rules) {
        const { Name, EventBusName } = properties(template, id);
        const bus = EventBusName ? `${properties(template, EventBusName.Ref).Name}/` : '';
        expect(allowed).toContain(`arn:aws:events:eu-west-1:111122223333:rule/${bus}${Name}`);
      }
    }
  });

  // SNS turns off the mail of a topic on which too much is told: repost.aws/knowledge-center/sns-email-subscription-disabled.
  test('tells what it hears of members on a topic of its own, on which nothing of the centre’s own is told', () => {
    const told = (id: string): readonly string[] => {
      const { Targets = [], AlarmActions = [] } = properties(centre(), id);
      return [...Targets.map(({ Arn }: { Arn: { Ref?: string } }) => Arn), ...AlarmActions].flatMap(
        ({ Ref }) => (Ref?.endsWith('Topic') && Ref !== 'TamperingChatTopic' ? [Ref] : []),
      );
    };
    const isOfMembers = (id: string): boolean =>
      properties(centre(), id).EventBusName?.Ref === 'OrganizationBus' && id !== 'OrganizationRule';
    const tellers = ['AWS::Events::Rule', 'AWS::CloudWatch::Alarm'].flatMap((type) =>
      idsOfType(centre(), type),
    );

    const [ofMembers, own] = [tellers.filter(isOfMembers), tellers.filter((id) => !isOfMembers(id))];

    expect(ofMembers.length).toBeGreaterThan(10);
    for (const id of ofMembers) expect(told(id)).toEqual(['MembersTopic']);
    expect(own.flatMap(told)).not.toContain('MembersTopic');
    expect(idsOfType(variants().plain.template, 'AWS::SNS::Topic')).not.toContain('MembersTopic');
  });

  test('opens that topic to rules alone, and lets doctor and on-notice see who listens', () => {
    const Resource = { Ref: 'MembersTopic' };
    const statementsOf = (id: string): readonly { Sid: string; Resource: unknown }[] => {
      const { PolicyDocument, Policies } = properties(centre(), id);
      return (PolicyDocument ?? Policies[0].PolicyDocument).Statement;
    };

    expect(statementsOf('MembersTopicPolicy')).toEqual(
      statementsOf('TamperingChatTopicPolicy').map((statement) => ({ ...statement, Resource })),
    );
    for (const id of ['OnNoticeRole', 'DoctorPolicy'])
      expect(statementsOf(id).find(({ Sid }) => Sid === 'SeeWhoListens')?.Resource).toContainEqual(Resource);
    expect(
      properties(centre(), 'OnNoticeLambdaFunction').Environment.Variables.LIFEGUARD_MEMBERS_TOPIC_ARN,
    ).toEqual(Resource);
  });
};
