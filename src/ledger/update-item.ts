import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { PoolRef } from '../pool/pool-ref.ts';
import { type Item, keyOf } from './pool-item.ts';

/** Where items are kept. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** The item as an update left it, or as it was where the condition didn't hold; undefined where there is none. */
export type Updated =
  | { readonly kind: 'updated'; readonly item: Item }
  | { readonly kind: 'unmet'; readonly item: Item | undefined };

type Update = Required<
  Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>
>;

/**
 * One conditional UpdateItem on a pool's item.
 * @throws whatever DynamoDB answers besides, and what stands in the way of an answer
 */
export const updateItem = async (table: Table, pool: PoolRef, update: Update): Promise<Updated> => {
  try {
    const { Attributes = {} } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: keyOf(pool),
        ...update,
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'updated', item: Attributes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { kind: 'unmet', item: error.Item ?? (await readItem(table, pool)) };
  }
};

/** DynamoDB's answer has no item where there is none; what speaks its protocol may leave it out always. */
const readItem = async ({ client, name }: Table, pool: PoolRef): Promise<Item | undefined> => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: name, Key: keyOf(pool), ConsistentRead: true }),
  );
  return Item;
};
