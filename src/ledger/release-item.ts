import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { LedgerBusyError } from './errors.ts';
import { encodeLast, packHistory } from './item-room.ts';
import type { Lease, Release, Told } from './ledger.ts';
import { decodeItem, keyOf } from './pool-item.ts';
import { readItem, type Table, type Updated, updateItem } from './update-item.ts';

/** What a release writes, whether the holder goes on or not. */
interface Releasing {
  /** Ours alone, so a release whose answer was lost is known by it. */
  readonly id: string;
  readonly lease: Lease;
  /** In the terms of an update expression. */
  readonly set: string;
  readonly forget: string;
  readonly values: { readonly [name: string]: AttributeValue };
}

/** Each round is lost only where a call came in between. */
const rounds = 20;

/**
 * Frees the pool, or hands its holder the causes that came meanwhile. Causes handed over stay in the item until the
 * release after that.
 * @param id never used by another release
 * @throws LedgerBusyError where calls come in again and again between two steps
 */
export const releaseItem = async (table: Table, lease: Lease, told: Told, id: string): Promise<Release> => {
  const releasing = await releasingOf(table, lease, told, id);
  let { kind, item } = await free(table, releasing);
  if (kind === 'updated') return { kind: 'released' };
  for (let round = 0; round < rounds; round += 1) {
    if (!item) return { kind: 'lost' };
    const record = decodeItem(item, lease.pool);
    const isOurs = record.lease?.id === lease.id;
    if (record.released === id)
      return isOurs
        ? { kind: 'again', causes: record.given, omitted: record.givenOmitted ?? 0 }
        : { kind: 'released' };
    if (!isOurs) return { kind: 'lost' };
    // A look that was due waits without a cause.
    const step = item.waiting ? handOver : free;
    ({ kind, item } = await step(table, releasing));
    if (kind === 'updated' && step === free) return { kind: 'released' };
  }
  throw new LedgerBusyError(lease.pool, 'calls came in again and again while it was being released');
};

const releasingOf = async (table: Table, lease: Lease, told: Told, id: string): Promise<Releasing> => {
  const done = await requestTexts(table, lease, told.requestsDone);
  return {
    id,
    lease,
    set: `lookedAt = :at, lastOutcome = :last, released = :release${told.history ? ', history = :history' : ''}`,
    forget: done.length > 0 ? ' DELETE requests :done' : '',
    values: {
      ':id': { S: lease.id },
      ':at': { N: String(Date.parse(told.lookedAt)) },
      ':last': { S: encodeLast(told.last) },
      ':release': { S: id },
      ...(told.history && { ':history': { B: packHistory(told.history) } }),
      ...(done.length > 0 && { ':done': { SS: [...done] } }),
    },
  };
};

/** Requests as the item's set has them. A person asks rarely, so this one read more is rare too. */
const requestTexts = async (
  table: Table,
  { pool }: Lease,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (ids.length === 0) return [];
  const { requests } = (await readItem(table, keyOf(pool), ['requests'])) ?? {};
  return (requests?.SS ?? []).filter((text) => ids.includes(JSON.parse(text).id));
};

const free = (table: Table, { lease, set, forget, values }: Releasing): Promise<Updated> =>
  updateItem(table, keyOf(lease.pool), {
    UpdateExpression: `SET ${set} REMOVE leaseId, leaseExpires, openOutcome, given, givenOmitted, causesBytes${forget}`,
    ConditionExpression: 'leaseId = :id AND attribute_not_exists(waiting)',
    ExpressionAttributeValues: { ...values },
  });

const handOver = (table: Table, { lease, set, forget, values }: Releasing): Promise<Updated> =>
  updateItem(table, keyOf(lease.pool), {
    UpdateExpression:
      `SET ${set}, given = waiting, givenOmitted = if_not_exists(waitingOmitted, :zero),` +
      ` causesBytes = waitingBytes REMOVE waiting, waitingBytes, waitingOmitted, openOutcome${forget}`,
    ConditionExpression:
      'leaseId = :id AND attribute_exists(waiting) AND (attribute_not_exists(released) OR released <> :release)',
    ExpressionAttributeValues: { ...values, ':zero': { N: '0' } },
  });
