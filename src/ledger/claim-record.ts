import type { PoolRef } from '../pool/pool-ref.ts';
import type { ItemClaim } from './claim-item.ts';
import type { Distinct } from './compact-waiting.ts';
import { coveringLook } from './covering-look.ts';
import type { Claiming } from './leave-causes.ts';
import { type PoolRecord, rememberedIn } from './pool-record.ts';

/** From here on only the causes worth keeping wait: a burst has no end. */
const mostWaiting = 1000;

type RecordClaiming = Omit<Claiming, 'lease'> & { readonly newLease: () => Claiming['lease'] };

/** A claim as one step on a pool's record: what to answer, and the record from then on where it changes. */
export const claimRecord = (
  record: PoolRecord,
  pool: PoolRef,
  { causes, time, mayWait, distinct, newLease }: RecordClaiming,
): readonly [ItemClaim, PoolRecord?] => {
  const isHeld = record.lease !== undefined && record.lease.expires > time;
  const isDue = mayWait && record.dueAt !== undefined && record.dueAt > time;
  if (isHeld || isDue) {
    const waiting = [...record.waiting, ...causes];
    const left = { ...record, waiting, ...(causes.length === 0 && { isAskedFor: true as const }) };
    return [{ kind: isHeld ? 'busy' : 'due' }, withinMost(left, distinct)];
  }
  const { open, lookedAt } = record;
  const given = [...record.given, ...record.waiting];
  const covering = coveringLook(causes);
  const isCovered = lookedAt !== undefined && covering !== undefined && covering <= lookedAt;
  if (isCovered && !open && given.length === 0) return [{ kind: 'covered', ...rememberedIn(record) }];
  const lease = newLease();
  const { dueAt, isAskedFor, waitingOmitted = 0, ...rest } = record;
  const givenOmitted = (record.givenOmitted ?? 0) + waitingOmitted;
  return [
    {
      kind: 'claimed',
      lease: { pool, id: lease.id },
      waiting: given,
      omitted: givenOmitted,
      ...(open && { open }),
      ...rememberedIn(record),
    },
    { ...rest, lease, given, givenOmitted, waiting: [] },
  ];
};

/** The record with as many waiting causes as there is room for. */
export const withinMost = (record: PoolRecord, distinct: Distinct): PoolRecord => {
  if (record.waiting.length <= mostWaiting) return record;
  const { causes, causesOmitted = 0 } = distinct(record.waiting);
  return { ...record, waiting: causes, waitingOmitted: (record.waitingOmitted ?? 0) + causesOmitted };
};
