import { LedgerBusyError } from './errors.ts';
import { encodeLast } from './item-room.ts';
import type { LastOutcome, Lease, Release } from './ledger.ts';
import { decodeItem, type StoredRecord } from './pool-item.ts';
import { type Table, type Updated, updateItem } from './update-item.ts';

interface Releasing {
  /** Ours alone, so a release whose answer was lost is known by it. */
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly lookedAt: number;
  readonly last: LastOutcome;
}

/** Each round is lost only where a call came in between. */
const rounds = 20;

/**
 * Frees the pool, or hands its holder the causes that came meanwhile. Causes handed over stay in the item until the
 * release after that.
 * @throws LedgerBusyError where calls come in again and again between two steps
 */
export const releaseItem = async (table: Table, lease: Lease, releasing: Releasing): Promise<Release> => {
  let { kind, item } = await free(table, lease, releasing);
  if (kind === 'updated') return { kind: 'released' };
  for (let round = 0; round < rounds; round += 1) {
    if (!item) return { kind: 'lost' };
    const record = decodeItem(item, lease.pool);
    const isOurs = record.lease?.id === lease.id;
    if (record.released === releasing.id)
      return isOurs ? { kind: 'again', causes: record.given } : { kind: 'released' };
    if (!isOurs) return { kind: 'lost' };
    const step = record.waiting.length > 0 ? handOver : free;
    ({ kind, item } = await step(table, lease, releasing, record));
    if (kind === 'updated' && step === free) return { kind: 'released' };
  }
  throw new LedgerBusyError(lease.pool, 'calls came in again and again while it was being released');
};

const told = 'SET lookedAt = :at, lastOutcome = :last, released = :release';

const valuesOf = (lease: Lease, { id, lookedAt, last }: Releasing) => ({
  ':id': { S: lease.id },
  ':at': { N: String(lookedAt) },
  ':last': { S: encodeLast(last) },
  ':release': { S: id },
});

const free = (table: Table, lease: Lease, releasing: Releasing): Promise<Updated> =>
  updateItem(table, lease.pool, {
    UpdateExpression: `${told} REMOVE leaseId, leaseExpires, openOutcome, given, causesBytes`,
    ConditionExpression: 'leaseId = :id AND attribute_not_exists(waiting)',
    ExpressionAttributeValues: valuesOf(lease, releasing),
  });

/** @param record what the holder was given is changed by the holder alone, so its bytes are what they were */
const handOver = (
  table: Table,
  lease: Lease,
  releasing: Releasing,
  { givenBytes }: StoredRecord,
): Promise<Updated> =>
  updateItem(table, lease.pool, {
    UpdateExpression: `${told}, given = waiting, causesBytes = causesBytes - :told REMOVE waiting, openOutcome`,
    ConditionExpression:
      'leaseId = :id AND attribute_exists(waiting) AND (attribute_not_exists(released) OR released <> :release)',
    ExpressionAttributeValues: {
      ...valuesOf(lease, releasing),
      ':told': { N: String(givenBytes) },
    },
  });
