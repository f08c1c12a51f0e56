import { ConditionalCheckFailedException, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { lapsing, putItem } from './lapsing-item.ts';
import { type HeldNotice, type NoticeMemory, tellingTakes } from './notice-memory.ts';
import { pack, unpack } from './pack.ts';
import { bytesIn, type Item, type Key } from './pool-item.ts';
import { attributesOf } from './read-attribute.ts';
import { isHeldNotice } from './stored-forms.ts';
import { isUpdated, readItem, type Table } from './update-item.ts';

/** Longer than any queue keeps a message, which is 14 days. */
const noticeDays = 30;
/** Nobody tells the same for so long, and no window is longer. */
const windowDays = 1;
/** A summary is sent within the hour, or by a person who redrives it. */
const heldDays = 30;

/** What on-notice may write begins so: the template's role names it. */
const keyOf = (id: string, kind: string): Key => ({ pk: { S: `notice#${id}` }, sk: { S: kind } });

/**
 * Which notices have been told, in a deployment's ledger.
 * @param now by which they lapse
 */
export const dynamoNotices = ({
  table,
  now,
}: {
  readonly table: Table;
  readonly now: () => Date;
}): NoticeMemory => {
  const lapsingIn = (days: number): Item => lapsing(now().getTime(), days);
  return {
    isTold: async (id) => (await readItem(table, keyOf(id, 'notice'), ['pk'])) !== undefined,
    // Beside what says that it was told, so that neither replaces the other.
    begin: (id, time) =>
      putUnless(table, keyOf(id, 'telling'), {
        item: { beganAt: { N: String(Date.parse(time)) }, ...lapsingIn(windowDays) },
        condition: 'attribute_not_exists(pk) OR beganAt <= :past',
        values: { ':past': { N: String(Date.parse(time) - tellingTakes) } },
      }),
    giveBack: (id) => putItem(table, keyOf(id, 'telling'), { beganAt: { N: '0' }, ...lapsingIn(windowDays) }),
    told: (id) => putItem(table, keyOf(id, 'notice'), lapsingIn(noticeDays)),
    isRepeat: async (key, id, time, window) => {
      const same = keyOf(`same#${key}`, 'same');
      const isFirst = await putUnless(table, same, {
        item: { id: { S: id }, at: { N: String(Date.parse(time)) }, ...lapsingIn(windowDays) },
        condition: 'attribute_not_exists(pk) OR #at <= :past',
        names: { '#at': 'at' },
        values: { ':past': { N: String(Date.parse(time) - window) } },
      });
      return !isFirst && (await readItem(table, same))?.id?.S !== id;
    },
    admit: (window, id, most) =>
      isUpdated(table, keyOf(`window#${window}`, 'window'), {
        UpdateExpression: 'ADD ids :ids SET lapsesAt = :lapsesAt',
        ConditionExpression: 'attribute_not_exists(ids) OR size(ids) < :most OR contains(ids, :id)',
        ExpressionAttributeValues: {
          ':ids': { SS: [id] },
          ':id': { S: id },
          ':most': { N: String(most) },
          ':lapsesAt': lapsingIn(windowDays).lapsesAt ?? { NULL: true },
        },
      }),
    hold: (window, notice) =>
      putItem(table, keyOf(`held#${window}`, notice.id), {
        notice: { B: pack(notice) },
        ...lapsingIn(heldDays),
      }),
    held: (window) => readHeld(table, window),
  };
};

const readHeld = async ({ client, name }: Table, window: string): Promise<readonly HeldNotice[]> => {
  const read = attributesOf(`the ledger's items of notices held for ${window}`);
  const { pk } = keyOf(`held#${window}`, '');
  const held: HeldNotice[] = [];
  const query = {
    TableName: name,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :window',
    ExpressionAttributeValues: { ':window': pk },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const { notice } of Items)
      held.push(read('notice', isHeldNotice, () => unpack(bytesIn(notice ?? { NULL: true }))));
  return held;
};

/** @returns false where the condition doesn't hold, and nothing was stored */
const putUnless = async (
  { client, name }: Table,
  key: Key,
  {
    item,
    condition,
    names,
    values,
  }: {
    readonly item: Item;
    readonly condition: string;
    readonly names?: { readonly [name: string]: string };
    readonly values: Item;
  },
): Promise<boolean> => {
  try {
    await client.send(
      new PutItemCommand({
        TableName: name,
        Item: { ...key, ...item },
        ConditionExpression: condition,
        ...(names && { ExpressionAttributeNames: names }),
        ExpressionAttributeValues: values,
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
