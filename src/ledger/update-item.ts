import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Item, Key } from './pool-item.ts';

/** Where items are kept. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** The item as an update left it, or as it was where the condition didn't hold; undefined where there is none. */
export type Updated =
  | { readonly kind: 'updated'; readonly item: Item }
  | { readonly kind: 'unmet'; readonly item: Item | undefined };

type Update = Required<Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues'>> &
  Pick<UpdateItemCommandInput, 'ConditionExpression'>;

/**
 * One conditional UpdateItem, answered with the item.
 * @throws whatever DynamoDB answers besides, and what stands in the way of an answer
 */
export const updateItem = async (table: Table, key: Key, update: Update): Promise<Updated> => {
  try {
    const { Attributes = {} } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: key,
        ...update,
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'updated', item: Attributes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // DynamoDB's answer has no item where there is none; what speaks its protocol may leave it out always.
    return { kind: 'unmet', item: error.Item ?? (await readItem(table, key)) };
  }
};

/**
 * One conditional UpdateItem whose answer has no item: an item may be long, and some may write one and not read it.
 * @returns false where the condition didn't hold
 */
export const isUpdated = async ({ client, name }: Table, key: Key, update: Update): Promise<boolean> => {
  try {
    await client.send(new UpdateItemCommand({ TableName: name, Key: key, ...update }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/**
 * One item as the last write left it; undefined where there is none.
 * @param attributes which of its attributes, all where it is left out
 */
export const readItem = async (
  { client, name }: Table,
  key: Key,
  attributes?: readonly string[],
): Promise<Item | undefined> => {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: name,
      Key: key,
      ConsistentRead: true,
      ...(attributes && { ProjectionExpression: attributes.join(', ') }),
    }),
  );
  return Item;
};
