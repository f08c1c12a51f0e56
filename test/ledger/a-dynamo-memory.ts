import { randomBytes, randomUUID } from 'node:crypto';
import { type AttributeValue, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import type { Key } from '../../src/ledger/pool-item.ts';
import type { Table } from '../../src/ledger/update-item.ts';
import { changedLeavesOnly } from '../../src/remediation/pre-image.ts';
import { type Dynamo, startDynamo } from './a-table.ts';
import { at, ledgersOf } from './contract/a-ledger.ts';
import { dynamoLedgers } from './dynamo-ledgers.ts';

/** By this clock items lapse. */
export const now = at(0);

/** A DynamoDB for the tests of a file, and memories in tables of their own. */
export const dynamoForTests = () => {
  let dynamo: Dynamo;
  beforeAll(async () => {
    dynamo = await startDynamo({ tellsItem: true });
  });
  afterAll(() => dynamo.close());
  return {
    loseAnswer: (nth: number) => dynamo.loseAnswer(nth),
    calls: () => dynamo.calls,
    aMemory: async ({ retentionDays }: { readonly retentionDays?: number } = {}) => {
      const table = await dynamo.table();
      const ledgers = await ledgersOf((leaseSeconds) =>
        dynamoLedgers({
          table,
          leaseSeconds,
          newId: randomUUID,
          now: () => new Date(now),
          shorten: changedLeavesOnly,
          distinct: distinctCauses,
          ...(retentionDays !== undefined && { retentionDays }),
        }),
      );
      return { ...ledgers, table };
    },
  };
};

export const keys = (pk: string, sk: string): Key => ({ pk: { S: pk }, sk: { S: sk } });
export const accountKey = keys('account', 'account');

export const itemAt = async ({ client, name }: Table, key: Key) =>
  (await client.send(new GetItemCommand({ TableName: name, Key: key }))).Item;

/** Writes one attribute as no ledger would. */
export const setAttribute = (table: Table, key: Key, attribute: string, value: AttributeValue) =>
  table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: key,
      UpdateExpression: 'SET #it = :value',
      ExpressionAttributeNames: { '#it': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

/** Text that takes so many bytes when it is compressed. */
export const noise = (bytes: number): string => randomBytes(bytes).toString('base64');
