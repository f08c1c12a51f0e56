import type { Cause } from '../change/cause.ts';
import type { DistinctCauses } from '../change/distinct-causes.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { pack } from './pack.ts';
import { batchesIn, decodeItem, type Item, keyOf } from './pool-item.ts';
import { type Table, updateItem } from './update-item.ts';

/** The causes worth keeping of many. */
export type Distinct = (causes: readonly Cause[]) => DistinctCauses;

/**
 * Makes room among the causes that wait, so that a burst of calls doesn't end in messages that come back: keeps those
 * worth keeping, as one batch, and counts the others. Does nothing where no bytes are missing, or where the causes
 * that wait are no longer those of the item: then somebody else has made room.
 * @param missing how many bytes more are needed than there are
 * @returns false where so many can't be had
 */
export const compactWaiting = async (
  table: Table,
  pool: PoolRef,
  item: Item,
  { missing, distinct }: { readonly missing: number; readonly distinct: Distinct },
): Promise<boolean> => {
  if (missing <= 0) return true;
  const old = batchesIn(item, 'waiting');
  const { causes, causesOmitted = 0 } = distinct(decodeItem(item, pool).waiting);
  const compacted = pack(causes);
  const oldBytes = old.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const freed = oldBytes - compacted.byteLength;
  const [first] = old;
  const last = old.at(-1);
  if (!first || !last || freed < missing) return false;
  await updateItem(table, keyOf(pool), {
    UpdateExpression:
      'SET waiting = :compacted, waitingBytes = waitingBytes - :freed, causesBytes = causesBytes - :freed,' +
      ' waitingOmitted = if_not_exists(waitingOmitted, :zero) + :omitted',
    // A list grows at one end or is replaced as a whole, and no batch is in it twice: this can be no other one.
    ConditionExpression: `size(waiting) = :count AND waitingBytes = :oldBytes AND waiting[0] = :first AND waiting[${old.length - 1}] = :last`,
    ExpressionAttributeValues: {
      ':compacted': { L: [{ B: compacted }] },
      ':count': { N: String(old.length) },
      ':oldBytes': { N: String(oldBytes) },
      ':first': { B: first },
      ':last': { B: last },
      ':freed': { N: String(freed) },
      ':zero': { N: '0' },
      ':omitted': { N: String(causesOmitted) },
    },
  });
  return true;
};
