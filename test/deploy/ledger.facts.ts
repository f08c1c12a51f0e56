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
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      });
  });

  test('has no name of its own, so that a stack deployed anew makes another', () => {
    expect(properties(variants().plain.template, 'LedgerTable')).not.toHaveProperty('TableName');
  });

  test('is read and written by on-pool-change alone, an item at a time', () => {
    const { template } = variants().full;

    const uses = ['OnPoolChangeRole', 'OnNoticeRole'].flatMap((role) =>
      roleStatements(template, role)
        .filter(({ Action }) => listOf(Action).some((action) => action.startsWith('dynamodb:')))
        .map((statement) => ({ role, ...statement })),
    );

    expect(uses).toEqual([
      {
        role: 'OnPoolChangeRole',
        Sid: 'RememberPools',
        Effect: 'Allow',
        Action: ['dynamodb:UpdateItem', 'dynamodb:GetItem'],
        Resource: arnOf('LedgerTable'),
      },
    ]);
  });

  test('is named to the function that uses it', () => {
    const { Environment } = properties(variants().plain.template, 'OnPoolChangeLambdaFunction');

    expect(Environment.Variables.LIFEGUARD_LEDGER_TABLE).toEqual({ Ref: 'LedgerTable' });
  });
};
