import { ConditionalCheckFailedException, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { cutStanding } from './cut-standing.ts';
import { packKept, type Shorten } from './item-room.ts';
import type { KeptOutcome, Standing } from './ledger.ts';
import { tellingTakes } from './notice-memory.ts';
import { pack, unpack } from './pack.ts';
import { bytesIn, type Item, type Key } from './pool-item.ts';
import { attributesOf } from './read-attribute.ts';
import { isKeptOutcome, isStanding } from './stored-forms.ts';
import { readItem, type Table } from './update-item.ts';

// Items that lapse some day: outcomes, what sweeps found standing, notices that were told.

/** The template's TimeToLive attribute, in seconds since 1970. */
const lapsing = (from: number, days: number) => ({
  lapsesAt: { N: String(Math.ceil(from / 1000) + days * 24 * 60 * 60) },
});

/** A sweep's digest is told within the hour. */
const noteDays = 3;
/** Nobody tells the same for so long. */
const tellingDays = 1;
/** Longer than any queue keeps a message, which is 14 days. */
const noticeDays = 30;

const put = async ({ client, name }: Table, key: Key, item: Item): Promise<void> => {
  await client.send(new PutItemCommand({ TableName: name, Item: { ...key, ...item } }));
};

const outcomeKey = (id: string): Key => ({ pk: { S: `outcome#${id}` }, sk: { S: 'outcome' } });

/** Keeps an outcome for so many days. @throws RangeError where it is too long for an item */
export const putOutcome = async (
  table: Table,
  kept: KeptOutcome,
  { shorten, days }: { readonly shorten: Shorten; readonly days: number },
): Promise<void> => {
  const { id, pool, endedAt } = kept.outcome;
  await put(table, outcomeKey(id), {
    kept: { B: packKept(kept, shorten) },
    ...(pool && { pool: { S: pool.arn } }),
    endedAt: { S: endedAt },
    ...lapsing(Date.parse(endedAt), days),
  });
};

/** An outcome by its id; undefined where none is kept. */
export const readOutcome = async (table: Table, id: string): Promise<KeptOutcome | undefined> => {
  const item = await readItem(table, outcomeKey(id));
  if (!item) return undefined;
  const read = attributesOf(`the ledger's item of outcome ${id}`);
  return read('kept', isKeptOutcome, () => unpack(bytesIn(item.kept ?? { NULL: true })));
};

const sweepKey = (sweep: string) => ({ S: `sweep#${sweep}` });

/** Keeps what a sweep found standing at a pool. */
export const putNote = (table: Table, sweep: string, standing: Standing, now: Date): Promise<void> =>
  put(
    table,
    { pk: sweepKey(sweep), sk: { S: standing.pool.arn } },
    { standing: { B: pack(cutStanding(standing)) }, ...lapsing(now.getTime(), noteDays) },
  );

/** What a sweep found standing, in the order of the pools' ARNs. */
export const readNotes = async ({ client, name }: Table, sweep: string): Promise<readonly Standing[]> => {
  const read = attributesOf(`the ledger's items of sweep ${sweep}`);
  const notes: Standing[] = [];
  const query = {
    TableName: name,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :sweep',
    ExpressionAttributeValues: { ':sweep': sweepKey(sweep) },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const { standing } of Items)
      notes.push(read('standing', isStanding, () => unpack(bytesIn(standing ?? { NULL: true }))));
  return notes;
};

const noticeKey = (id: string): Key => ({ pk: { S: `notice#${id}` }, sk: { S: 'notice' } });

/** Remembers that a notice was told. */
export const putNotice = (table: Table, id: string, now: Date): Promise<void> =>
  put(table, noticeKey(id), { ...lapsing(now.getTime(), noticeDays) });

/** True where a notice was told. */
export const hasNotice = async (table: Table, id: string): Promise<boolean> =>
  (await readItem(table, noticeKey(id), ['pk'])) !== undefined;

/** Beside what says that it was told, so that neither replaces the other. */
const tellingKey = (id: string): Key => ({ ...noticeKey(id), sk: { S: 'telling' } });

const tellingSince = (beganAt: number, time: number): Item => ({
  beganAt: { N: String(beganAt) },
  ...lapsing(time, tellingDays),
});

/** @returns false where somebody else is at it */
export const beginNotice = async ({ client, name }: Table, id: string, time: number): Promise<boolean> => {
  try {
    await client.send(
      new PutItemCommand({
        TableName: name,
        Item: { ...tellingKey(id), ...tellingSince(time, time) },
        ConditionExpression: 'attribute_not_exists(pk) OR beganAt <= :past',
        ExpressionAttributeValues: { ':past': { N: String(time - tellingTakes) } },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

export const giveNoticeBack = (table: Table, id: string, now: Date): Promise<void> =>
  put(table, tellingKey(id), tellingSince(0, now.getTime()));
