import { accountAt } from './account-at.ts';
import { claimRecord, withinMost } from './claim-record.ts';
import type { Distinct } from './compact-waiting.ts';
import { cutStanding } from './cut-standing.ts';
import type { Lease, Ledger, Release } from './ledger.ts';
import { emptyRecord, type PoolRecord } from './pool-record.ts';
import { accountIn } from './record-desk.ts';
import type { Shelves } from './shelf.ts';

export interface RecordLedgerOptions {
  /** How long a claim lasts: the longest that a look can take, and half a minute. */
  readonly leaseSeconds: number;
  /** Makes the ids of leases. */
  readonly newId: () => string;
  readonly distinct: Distinct;
}

/** A ledger of records that can be read and replaced as one. */
export const recordLedger = (
  { pools, account, outcomes, sweeps }: Shelves,
  { leaseSeconds, newId, distinct }: RecordLedgerOptions,
): Ledger => {
  const take = <Answer>(
    { pool }: Pick<Lease, 'pool'>,
    step: (record: PoolRecord) => readonly [Answer, PoolRecord?],
  ): Promise<Answer> => pools.take(pool.arn, (record = emptyRecord) => step(record));

  return {
    claim: async (pool, causes, now, mayWait = false) => {
      const time = Date.parse(now);
      // First, so that a pool isn't held for a look that can't begin.
      const accountNow = accountAt(accountIn(await account.read('account')), time);
      const newLease = () => ({ id: newId(), expires: time + leaseSeconds * 1000 });
      const claim = await take({ pool }, (record) =>
        claimRecord(record, pool, { causes, time, mayWait, distinct, newLease }),
      );
      return claim.kind === 'busy' || claim.kind === 'due' ? claim : { ...claim, account: accountNow };
    },
    pauses: async (now) => accountAt(accountIn(await account.read('account')), Date.parse(now)).pauses,
    remember: (lease, open, now) =>
      take(lease, (record) =>
        record.lease?.id === lease.id && record.lease.expires > Date.parse(now)
          ? [true, { ...record, open }]
          : [false],
      ),
    keep: (kept) => outcomes.take(kept.outcome.id, () => [undefined, kept]),
    note: (sweep, standing) =>
      sweeps.take(sweep, ({ notes } = { notes: [] }) => {
        const others = notes.filter(({ pool }) => pool.arn !== standing.pool.arn);
        return [undefined, { notes: [...others, cutStanding(standing)] }];
      }),
    release: (lease, { lookedAt, last, history, requestsDone }) =>
      take<Release>(lease, (record) => {
        const {
          lease: held,
          open,
          waiting,
          waitingOmitted = 0,
          given,
          givenOmitted,
          isAskedFor,
          ...rest
        } = record;
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
      }),
    defer: (lease, { waiting, omitted }, dueAt) =>
      take(lease, (record) => {
        const { lease: held, givenOmitted, isAskedFor, ...rest } = record;
        if (held?.id !== lease.id) return [undefined];
        return [
          undefined,
          withinMost(
            {
              ...rest,
              given: [],
              waiting: [...waiting, ...record.waiting],
              waitingOmitted: omitted + (record.waitingOmitted ?? 0),
              dueAt: Date.parse(dueAt),
            },
            distinct,
          ),
        ];
      }),
    abandon: (lease) =>
      take(lease, (record) => {
        const { lease: held, ...rest } = record;
        return held?.id === lease.id ? [undefined, rest] : [undefined];
      }),
  };
};
