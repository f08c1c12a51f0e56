import { compactWaiting, type Distinct } from './compact-waiting.ts';
import { LedgerBusyError } from './errors.ts';
import { itemRoom } from './item-room.ts';
import type { Lease, Waiting } from './ledger.ts';
import { pack } from './pack.ts';
import { keyOf, numberIn } from './pool-item.ts';
import { type Table, updateItem } from './update-item.ts';

/** Each round is lost only where there was no room, and it made some. */
const rounds = 20;

/**
 * Frees the pool and puts the causes before those that came meanwhile. What the holder was given is among them.
 * Nothing happens where the lease was lost; a step whose answer was lost finds that it has given it up.
 * @param dueAt in milliseconds since 1970
 * @throws LedgerBusyError where there is no room for the causes
 */
export const deferItem = async (
  table: Table,
  lease: Lease,
  deferred: Waiting,
  { dueAt, distinct }: { readonly dueAt: number; readonly distinct: Distinct },
): Promise<void> => {
  const { batch, omitted } = batchOf(deferred, distinct);
  const bytes = batch?.byteLength ?? 0;
  if (bytes > itemRoom.waiting) throw noRoom(lease);
  for (let round = 0; round < rounds; round += 1) {
    const { kind, item } = await updateItem(table, keyOf(lease.pool), {
      UpdateExpression:
        'SET dueAt = :due, waitingOmitted = if_not_exists(waitingOmitted, :zero) + :omitted,' +
        (batch
          ? ' waiting = list_append(:batches, if_not_exists(waiting, :none)),' +
            ' waitingBytes = if_not_exists(waitingBytes, :zero) + :bytes,'
          : '') +
        ' causesBytes = if_not_exists(waitingBytes, :zero) + :bytes' +
        ' REMOVE leaseId, leaseExpires, given, givenOmitted',
      ConditionExpression: 'leaseId = :id AND (attribute_not_exists(waitingBytes) OR waitingBytes <= :room)',
      ExpressionAttributeValues: {
        ':id': { S: lease.id },
        ':due': { N: String(dueAt) },
        ':omitted': { N: String(omitted) },
        ':zero': { N: '0' },
        ':bytes': { N: String(bytes) },
        ':room': { N: String(itemRoom.waiting - bytes) },
        ...(batch && { ':batches': { L: [{ B: batch }] }, ':none': { L: [] } }),
      },
    });
    if (kind === 'updated' || item?.leaseId?.S !== lease.id) return;
    const missing = numberIn(item, 'waitingBytes') + bytes - itemRoom.waiting;
    if (!(await compactWaiting(table, lease.pool, item, { missing, distinct }))) throw noRoom(lease);
  }
  throw new LedgerBusyError(lease.pool, 'calls came in again and again while it was being deferred');
};

const noRoom = ({ pool }: Lease) => new LedgerBusyError(pool, 'too many calls wait for the look that is due');

/** The causes as one batch, with fewer of them where there are too many for the room. */
const batchOf = (
  { waiting, omitted }: Waiting,
  distinct: Distinct,
): { readonly batch?: Uint8Array; readonly omitted: number } => {
  if (waiting.length === 0) return { omitted };
  const batch = pack(waiting);
  if (batch.byteLength <= itemRoom.waiting) return { batch, omitted };
  const { causes, causesOmitted = 0 } = distinct(waiting);
  return { batch: pack(causes), omitted: omitted + causesOmitted };
};
