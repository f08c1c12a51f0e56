import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { cutStanding } from './cut-standing.ts';
import { packKept, type Shorten } from './item-room.ts';
import { lapsing, putItem } from './lapsing-item.ts';
import type { KeptOutcome, Standing } from './ledger.ts';
import { pack, unpack } from './pack.ts';
import { bytesIn, type Key } from './pool-item.ts';
import { attributesOf } from './read-attribute.ts';
import { isKeptOutcome, isStanding } from './stored-forms.ts';
import { readItem, type Table } from './update-item.ts';

// Items that lapse some day: outcomes, and what sweeps found standing.

/** A sweep's digest is told within the hour. */
const noteDays = 3;
const outcomeKey = (id: string): Key => ({ pk: { S: `outcome#${id}` }, sk: { S: 'outcome' } });

/** Keeps an outcome for so many days. @throws RangeError where it is too long for an item */
export const putOutcome = async (
  table: Table,
  kept: KeptOutcome,
  { shorten, days }: { readonly shorten: Shorten; readonly days: number },
): Promise<void> => {
  const { id, pool, endedAt } = kept.outcome;
  await putItem(table, outcomeKey(id), {
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
  putItem(
    table,
    { pk: sweepKey(sweep), sk: { S: standing.pool.arn } },
    { standing: { B: pack(cutStanding(standing)) }, ...lapsing(now.getTime(), noteDays) },
  );

/** What a sweep found standing, in the order of the pools' ARNs. */
export async function* readNotes({ client, name }: Table, sweep: string): AsyncGenerator<Standing> {
  const read = attributesOf(`the ledger's items of sweep ${sweep}`);
  const query = {
    TableName: name,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :sweep',
    ExpressionAttributeValues: { ':sweep': sweepKey(sweep) },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const { standing } of Items)
      yield read('standing', isStanding, () => unpack(bytesIn(standing ?? { NULL: true })));
}
