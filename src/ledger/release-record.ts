import { withinMost } from './claim-record.ts';
import type { Distinct } from './compact-waiting.ts';
import type { Lease, Release, Told, Waiting } from './ledger.ts';
import type { PoolRecord } from './pool-record.ts';

/** The end of a look as one step on a pool's record: what to answer, and the record from then on where it changes. */
export const releaseRecord = (
  record: PoolRecord,
  lease: Lease,
  { lookedAt, last, history, requestsDone }: Told,
): readonly [Release, PoolRecord?] => {
  const { lease: held, open, waiting, waitingOmitted = 0, given, givenOmitted, isAskedFor, ...rest } = record;
  if (held?.id !== lease.id) return [{ kind: 'lost' }];
  const told = {
    ...rest,
    lookedAt: Date.parse(lookedAt),
    last,
    ...(history && { history }),
    requests: (record.requests ?? []).filter(({ id }) => !requestsDone.includes(id)),
    waiting: [],
  };
  return waiting.length > 0 || isAskedFor
    ? [
        { kind: 'again', causes: waiting, omitted: waitingOmitted },
        { ...told, lease: held, given: waiting, givenOmitted: waitingOmitted },
      ]
    : [{ kind: 'released' }, { ...told, given: [] }];
};

/**
 * The end of a look that has to wait, as one step on a pool's record, which stays as it is where the lease was lost.
 * @param dueAt ISO 8601 UTC
 */
export const deferRecord = (
  record: PoolRecord,
  lease: Lease,
  { waiting, omitted }: Waiting,
  { dueAt, distinct }: { readonly dueAt: string; readonly distinct: Distinct },
): readonly [undefined, PoolRecord?] => {
  const { lease: held, givenOmitted, isAskedFor, ...rest } = record;
  if (held?.id !== lease.id) return [undefined];
  const deferred = {
    ...rest,
    given: [],
    waiting: [...waiting, ...record.waiting],
    waitingOmitted: omitted + (record.waitingOmitted ?? 0),
    dueAt: Date.parse(dueAt),
  };
  return [undefined, withinMost(deferred, distinct)];
};
