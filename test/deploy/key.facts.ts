import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, properties, type Resource, roleStatements, type Statement } from './template.ts';

const use = ['kms:Decrypt', 'kms:GenerateDataKey'];
const throughDynamo = { 'Fn::Sub': `dynamodb.\${AWS::Region}.\${AWS::URLSuffix}` };
const useWithLedger = [
  { Action: use },
  {
    Action: ['kms:DescribeKey', 'kms:Encrypt'],
    Condition: { StringEquals: { 'kms:ViaService': throughDynamo } },
  },
];
const account = { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root` } };

/** What works without the key. */
const outliving: readonly string[] = [
  'TamperingTopic',
  'TamperingChatTopic',
  'MembersTopic',
  'TamperingDeadLetters',
];

export const keyFacts = (variants: () => Variants): void => {
  const grant = (sid: string): Statement => {
    const statements: Statement[] = properties(variants().plain.template, 'LifeguardKey').KeyPolicy.Statement;
    const found = statements.filter(({ Sid }) => Sid === sid);
    expect(found, sid).toHaveLength(1);
    return found[0] as Statement;
  };

  test('rotates and has an alias', () => {
    const { template } = variants().plain;

    expect(properties(template, 'LifeguardKey').EnableKeyRotation).toBe(true);
    expect(properties(template, 'LifeguardKeyAlias')).toEqual({
      AliasName: 'alias/cognito-lifeguard-prod',
      TargetKeyId: { Ref: 'LifeguardKey' },
    });
  });

  test('grants to the account, EventBridge, SNS, Amazon Q Developer, CloudWatch and its logs, and to nobody else', () => {
    const statements: Statement[] = properties(variants().plain.template, 'LifeguardKey').KeyPolicy.Statement;

    expect(statements.map(({ Principal }) => Principal)).toEqual([
      account,
      account,
      account,
      { Service: 'events.amazonaws.com' },
      { Service: ['sns.amazonaws.com', 'chatbot.amazonaws.com'] },
      { Service: 'cloudwatch.amazonaws.com' },
      { Service: { 'Fn::Sub': `logs.\${AWS::Region}.\${AWS::URLSuffix}` } },
    ]);
  });

  test('lets the account administer it without using it', () => {
    const { Action } = grant('AccountAdministers');

    expect(Action).toContain('kms:PutKeyPolicy');
    expect(Action).toContain('kms:ScheduleKeyDeletion');
    for (const action of [...use, 'kms:Encrypt', 'kms:CreateGrant']) expect(Action).not.toContain(action);
  });

  test('lets the account use it through SQS and SNS, as IAM says', () => {
    expect(grant('AccountUsesThroughQueuesAndTopic')).toMatchObject({
      Action: use,
      Condition: {
        StringEquals: {
          'kms:ViaService': [
            { 'Fn::Sub': `sqs.\${AWS::Region}.\${AWS::URLSuffix}` },
            { 'Fn::Sub': `sns.\${AWS::Region}.\${AWS::URLSuffix}` },
          ],
        },
      },
    });
  });

  test('lets the account use it through DynamoDB, for a table and whoever reads it', () => {
    expect(grant('AccountUsesThroughLedger')).toMatchObject({
      Principal: account,
      Action: [
        'kms:CreateGrant',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      Condition: { StringEquals: { 'kms:ViaService': throughDynamo } },
    });
  });

  test('encrypts the logs of the functions, and no other log group may use it', () => {
    for (const { template } of Object.values(variants())) {
      const groups = idsOfType(template, 'AWS::Logs::LogGroup').map((id) => properties(template, id));

      for (const { KmsKeyId } of groups) expect(KmsKeyId).toEqual(arnOf('LifeguardKey'));
      expect(grant('OurLogsAreEncrypted')).toMatchObject({
        Effect: 'Allow',
        Action: [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        Condition: {
          ArnEquals: {
            'kms:EncryptionContext:aws:logs:arn': groups.map(({ LogGroupName }) => ({
              'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:${LogGroupName}`,
            })),
          },
        },
      });
    }
  });

  test('encrypts every queue, topic and table, whatever the parameters, but what tells that it is gone', () => {
    for (const { template } of Object.values(variants()))
      for (const [type, keyOf] of [
        ['AWS::SQS::Queue', (of: Resource['Properties']) => of.KmsMasterKeyId],
        ['AWS::SNS::Topic', (of: Resource['Properties']) => of.KmsMasterKeyId],
        ['AWS::DynamoDB::Table', (of: Resource['Properties']) => of.SSESpecification.KMSMasterKeyId],
      ] as const)
        for (const id of idsOfType(template, type).filter((each) => !outliving.includes(each)))
          expect(keyOf(properties(template, id)), id).toEqual(arnOf('LifeguardKey'));
  });

  // Whoever turns it off must not mute the telling of that, nor take away what could not be told.
  test('is not on the way by which tampering with it is told, nor on that of the two alarms that matter then', () => {
    for (const { template } of Object.values(variants())) {
      const { Targets } = properties(template, 'TamperingWithKeyRule');
      const topicsOf = (id: string): readonly string[] =>
        properties(template, id).AlarmActions.map(({ Ref }: { Ref: string }) => Ref);

      for (const { Arn, DeadLetterConfig } of Targets) {
        if (Arn.Ref) expect(outliving).toContain(Arn.Ref);
        expect(outliving).toContain(DeadLetterConfig.Arn['Fn::GetAtt'][0]);
      }
      for (const alarm of ['NoSweepAlarm', 'TamperingDeadLettersAlarm'])
        expect(topicsOf(alarm)).toContain('TamperingTopic');
      for (const id of outliving.filter((each) => each in template.Resources))
        expect(JSON.stringify(properties(template, id))).not.toMatch(/Kms/i);
    }
  });

  test('is kept with the ledger that it encrypts', () => {
    expect(variants().plain.template.Resources.LifeguardKey).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('lets EventBridge deliver, without the source conditions that it would not meet', () => {
    expect(grant('EventBridgeDelivers')).toEqual({
      Sid: 'EventBridgeDelivers',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: use,
      Resource: '*',
    });
  });

  test('lets SNS and Amazon Q Developer carry notices', () => {
    expect(grant('NoticesReachSubscribers')).toMatchObject({ Effect: 'Allow', Action: use });
  });

  test.each([
    ['OnPoolChangeRole', useWithLedger] as const,
    ...['OnSweepRole', 'OnNoticeRole'].map((role) => [role, useWithLedger] as const),
  ])('%s may use this key and no other', (role, statements) => {
    const uses = roleStatements(variants().plain.template, role).filter(({ Action }) =>
      [Action].flat().some((action) => action.startsWith('kms:')),
    );

    expect(uses).toEqual(
      statements.map((statement) => ({
        Sid: expect.any(String),
        Effect: 'Allow',
        Resource: arnOf('LifeguardKey'),
        ...statement,
      })),
    );
  });
};
