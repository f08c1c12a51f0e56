import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Item, Key } from './pool-item.ts';
import type { Table } from './update-item.ts';

/** The template's TimeToLive attribute, in seconds since 1970. @param from in milliseconds since 1970 */
export const lapsing = (from: number, days: number): Item => ({
  lapsesAt: { N: String(Math.ceil(from / 1000) + days * 24 * 60 * 60) },
});

/** Stores an item, whatever was there. */
export const putItem = async ({ client, name }: Table, key: Key, item: Item): Promise<void> => {
  await client.send(new PutItemCommand({ TableName: name, Item: { ...key, ...item } }));
};
