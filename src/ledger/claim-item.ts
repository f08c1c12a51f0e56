import type { Cause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { coveringLook } from './covering-look.ts';
import { LedgerBusyError } from './errors.ts';
import { itemRoom } from './item-room.ts';
import type { Claim } from './ledger.ts';
import { pack } from './pack.ts';
import { batchesIn, decodeItem, type Item } from './pool-item.ts';
import { type Table, type Updated, updateItem } from './update-item.ts';

interface Claiming {
  readonly causes: readonly Cause[];
  /** The time of the claim, in milliseconds since 1970. */
  readonly time: number;
  /** What to hold the pool under; the id is ours alone, so a claim whose answer was lost is known by it. */
  readonly lease: { readonly id: string; readonly expires: number };
}

/** Each round is lost only where somebody else took or gave up the pool in between. */
const rounds = 20;

/**
 * Takes the pool where it is free; otherwise leaves the causes for whoever holds it.
 * @throws LedgerBusyError where the pool has no room for more causes, or changes hands again and again
 */
export const claimItem = async (table: Table, pool: PoolRef, claiming: Claiming): Promise<Claim> => {
  for (let round = 0; round < rounds; round += 1) {
    const { kind, item } = await take(table, pool, claiming);
    const decided = item && decide(pool, item, claiming, kind);
    if (decided) return decided;
    if (item && isHeld(item, claiming) && (await isLeft(table, pool, claiming))) return { kind: 'busy' };
  }
  throw new LedgerBusyError(pool, 'it was taken and given up again and again');
};

/** Takes the lease, unless somebody holds it or a look that was told covers the causes and nothing else is open. */
const take = (table: Table, pool: PoolRef, { causes, time, lease }: Claiming): Promise<Updated> => {
  const covering = coveringLook(causes);
  const isUncovered =
    'attribute_not_exists(lookedAt) OR lookedAt < :covering OR attribute_exists(openOutcome)' +
    ' OR attribute_exists(waiting) OR size(given) > :zero';
  return updateItem(table, pool, {
    UpdateExpression:
      'SET leaseId = :id, leaseExpires = :expires,' +
      ' given = list_append(if_not_exists(given, :none), if_not_exists(waiting, :none)) REMOVE waiting',
    ConditionExpression:
      '(attribute_not_exists(leaseId) OR leaseExpires <= :now)' +
      (covering === undefined ? '' : ` AND (${isUncovered})`),
    ExpressionAttributeValues: {
      ':id': { S: lease.id },
      ':expires': { N: String(lease.expires) },
      ':now': { N: String(time) },
      ':none': { L: [] },
      ...(covering !== undefined && { ':covering': { N: String(covering) }, ':zero': { N: '0' } }),
    },
  });
};

const isHeld = (item: Item, { time }: Claiming): boolean => Number(item.leaseExpires?.N ?? 0) > time;

/** What the item says of our claim; undefined where somebody else has the pool, or had it a moment ago. */
const decide = (pool: PoolRef, item: Item, claiming: Claiming, kind: Updated['kind']): Claim | undefined => {
  const { lease: held, open, given, waiting, lookedAt, last } = decodeItem(item, pool);
  if (kind === 'updated' || held?.id === claiming.lease.id) {
    const lease = { pool, id: claiming.lease.id };
    return { kind: 'claimed', lease, waiting: given, ...(open && { open }), ...(last && { last }) };
  }
  const covering = coveringLook(claiming.causes);
  const isQuiet = !isHeld(item, claiming) && !open && given.length === 0 && waiting.length === 0;
  return isQuiet && lookedAt !== undefined && covering !== undefined && covering <= lookedAt
    ? { kind: 'covered' }
    : undefined;
};

/**
 * Leaves the causes for the holder, once: triggers come again, and so does an update whose answer was lost.
 * @returns false where nobody holds the pool any more
 */
const isLeft = async (table: Table, pool: PoolRef, claiming: Claiming): Promise<boolean> => {
  const batch = pack(claiming.causes);
  const { kind, item } = await updateItem(table, pool, {
    UpdateExpression:
      'SET waiting = list_append(if_not_exists(waiting, :none), :batches),' +
      ' causesBytes = if_not_exists(causesBytes, :zero) + :bytes',
    ConditionExpression:
      'leaseExpires > :now AND NOT contains(waiting, :batch) AND NOT contains(given, :batch)' +
      ' AND (attribute_not_exists(causesBytes) OR causesBytes <= :room)',
    ExpressionAttributeValues: {
      ':now': { N: String(claiming.time) },
      ':none': { L: [] },
      ':zero': { N: '0' },
      ':batch': { B: batch },
      ':batches': { L: [{ B: batch }] },
      ':bytes': { N: String(batch.byteLength) },
      ':room': { N: String(itemRoom.causes - batch.byteLength) },
    },
  });
  if (kind === 'updated') return true;
  if (!item || !isHeld(item, claiming)) return false;
  const known = [...batchesIn(item, 'given'), ...batchesIn(item, 'waiting')];
  if (known.some((each) => Buffer.compare(each, batch) === 0)) return true;
  if (Number(item.causesBytes?.N ?? 0) + batch.byteLength <= itemRoom.causes) return false;
  throw new LedgerBusyError(pool, 'too many calls wait for the look that is under way');
};
