import { expect, test } from 'vitest';
import { keyOf } from '../../src/ledger/pool-item.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, listOf, properties, roleStatements } from './template.ts';

export const ledgerFacts = (variants: () => Variants): void => {
  test('is one table, paid by request, encrypted with our key, restorable to any second', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::DynamoDB::Table')).toEqual(['LedgerTable']);
    expect(properties(template, 'LedgerTable')).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arnOf('LifeguardKey') },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'lapsesAt', Enabled: true },
    });
  });

  test('has the keys that the ledger writes', () => {
    const { KeySchema, AttributeDefinitions } = properties(variants().plain.template, 'LedgerTable');
    const names = Object.keys(keyOf(poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123')));

    expect(KeySchema.map(({ AttributeName }: { AttributeName: string }) => AttributeName)).toEqual(names);
    expect(KeySchema.map(({ KeyType }: { KeyType: string }) => KeyType)).toEqual(['HASH', 'RANGE']);
    expect(AttributeDefinitions).toEqual(
      names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    );
  });

  test('is kept when the stack is removed or the table is replaced, whatever the mode', () => {
    for (const { template } of Object.values(variants()))
      expect(template.Resources.LedgerTable).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
  });

  test('has no name of its own, so that a stack deployed anew makes another', () => {
    expect(properties(variants().plain.template, 'LedgerTable')).not.toHaveProperty('TableName');
  });

  test('is read and written by the functions, and each writes the items that are its own', () => {
    const { template } = variants().full;
    const onTable = (Sid: string, ...actions: string[]) => ({
      Sid,
      Effect: 'Allow',
      Action: actions.map((action) => `dynamodb:${action}`),
      Resource: arnOf('LedgerTable'),
    });

    const uses = (role: string) =>
      roleStatements(template, role).filter(({ Action }) =>
        listOf(Action).some((action) => action.startsWith('dynamodb:')),
      );

    expect(uses('OnPoolChangeRole')).toEqual([onTable('RememberPools', 'GetItem', 'PutItem', 'UpdateItem')]);
    expect(uses('OnSweepRole')).toEqual([
      {
        ...onTable('RememberAccount', 'GetItem', 'UpdateItem'),
        Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['account'] } },
      },
      {
        ...onTable('ReadOutcomes', 'GetItem'),
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['outcome#*'] } },
      },
      onTable('ReadLedger', 'Query', 'DescribeTable'),
    ]);
    expect(uses('OnNoticeRole')).toEqual([
      {
        ...onTable('RememberNotices', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['notice#*'] } },
      },
    ]);
  });

  test.each(['OnPoolChange', 'OnSweep', 'OnNotice'])('is named to %s', (lambda) => {
    const { Environment } = properties(variants().plain.template, `${lambda}LambdaFunction`);

    expect(Environment.Variables.LIFEGUARD_LEDGER_TABLE).toEqual({ Ref: 'LedgerTable' });
  });

  test('is found by the command line, with the queue by which a pause is announced, the channels and the parts', () => {
    const { template } = variants().plain;
    // Those on rules have facts of their own.
    const parameters = idsOfType(template, 'AWS::SSM::Parameter').filter((id) => !id.startsWith('Rules'));

    expect(parameters.map((id) => properties(template, id))).toMatchObject([
      { Name: '/cognito-lifeguard/prod/ledger', Type: 'String', Value: { Ref: 'LedgerTable' } },
      { Name: '/cognito-lifeguard/prod/sweeps', Type: 'String', Value: { Ref: 'SweepsQueue' } },
      { Name: '/cognito-lifeguard/prod/channels', Type: 'String', Value: expect.any(String) },
      { Name: '/cognito-lifeguard/prod/parts', Type: 'String', Value: { 'Fn::Sub': expect.any(String) } },
    ]);
  });
};
