import type { Cause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { compactWaiting, type Distinct } from './compact-waiting.ts';
import { itemRoom } from './item-room.ts';
import { pack } from './pack.ts';
import { batchesIn, type Item, keyOf, numberIn } from './pool-item.ts';
import { type Table, updateItem } from './update-item.ts';

export interface Claiming {
  readonly causes: readonly Cause[];
  /** The time of the claim, in milliseconds since 1970. */
  readonly time: number;
  /** What to hold the pool under; the id is ours alone, so a claim whose answer was lost is known by it. */
  readonly lease: { readonly id: string; readonly expires: number };
  /** True where the causes can wait for a look that is due. */
  readonly mayWait: boolean;
  readonly distinct: Distinct;
}

/** For whom causes wait: whoever holds the pool, or whoever takes it when a look is due; undefined for nobody. */
export const whoLooksNext = (
  item: Item,
  { time, mayWait }: Pick<Claiming, 'time' | 'mayWait'>,
): 'busy' | 'due' | undefined => {
  if (numberIn(item, 'leaseExpires') > time) return 'busy';
  return mayWait && numberIn(item, 'dueAt') > time ? 'due' : undefined;
};

/**
 * Leaves the causes for whoever looks next, once: triggers come again, and so does an update whose answer was lost.
 * Where there is no room for them, it makes some.
 * @returns undefined where nobody looks next any more, or there may be room now: claim again; `full` where there is no
 *   room and none can be made
 */
export const leaveCauses = async (
  table: Table,
  pool: PoolRef,
  claiming: Claiming,
): Promise<'busy' | 'due' | 'full' | undefined> => {
  const batch = pack(claiming.causes);
  if (batch.byteLength > itemRoom.waiting) return 'full';
  const { kind, item } = await updateItem(table, keyOf(pool), {
    UpdateExpression:
      'SET waiting = list_append(if_not_exists(waiting, :none), :batches),' +
      ' waitingBytes = if_not_exists(waitingBytes, :zero) + :bytes,' +
      ' causesBytes = if_not_exists(causesBytes, :zero) + :bytes',
    ConditionExpression:
      `(leaseExpires > :now${claiming.mayWait ? ' OR dueAt > :now' : ''})` +
      ' AND NOT contains(waiting, :batch) AND NOT contains(given, :batch)' +
      ' AND (attribute_not_exists(waitingBytes) OR waitingBytes <= :roomToWait)' +
      ' AND (attribute_not_exists(causesBytes) OR causesBytes <= :room)',
    ExpressionAttributeValues: {
      ':now': { N: String(claiming.time) },
      ':none': { L: [] },
      ':zero': { N: '0' },
      ':batch': { B: batch },
      ':batches': { L: [{ B: batch }] },
      ':bytes': { N: String(batch.byteLength) },
      ':roomToWait': { N: String(itemRoom.waiting - batch.byteLength) },
      ':room': { N: String(itemRoom.causes - batch.byteLength) },
    },
  });
  const next = item && whoLooksNext(item, claiming);
  if (!next || kind === 'updated') return next;
  const known = [...batchesIn(item, 'given'), ...batchesIn(item, 'waiting')];
  if (known.some((each) => Buffer.compare(each, batch) === 0)) return next;
  const missing = Math.max(
    numberIn(item, 'waitingBytes') + batch.byteLength - itemRoom.waiting,
    numberIn(item, 'causesBytes') + batch.byteLength - itemRoom.causes,
  );
  return (await compactWaiting(table, pool, item, { missing, distinct: claiming.distinct }))
    ? undefined
    : 'full';
};
