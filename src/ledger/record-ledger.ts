import type { PoolRef } from '../pool/pool-ref.ts';
import { coveringLook } from './covering-look.ts';
import type { Claim, Ledger, Release } from './ledger.ts';
import type { PoolRecord } from './pool-record.ts';

/** One step on a pool's record: what to answer, and the record from then on. */
type Step<Answer> = (record: PoolRecord) => readonly [Answer, PoolRecord];

/** Takes one step on a pool's record while nobody else can take one. */
export type TakeStep = <Answer>(pool: PoolRef, step: Step<Answer>) => Promise<Answer>;

/**
 * A ledger of records that can be read and replaced as one.
 * @param leaseSeconds how long a claim lasts: the longest that a look can take, and half a minute
 * @param newId makes the ids of leases
 */
export const recordLedger = ({
  take,
  leaseSeconds,
  newId,
}: {
  readonly take: TakeStep;
  readonly leaseSeconds: number;
  readonly newId: () => string;
}): Ledger => ({
  claim: (pool, causes, now) =>
    take<Claim>(pool, (record) => {
      const time = Date.parse(now);
      if (record.lease && record.lease.expires > time)
        return [{ kind: 'busy' }, { ...record, waiting: [...record.waiting, ...causes] }];
      const { open, last } = record;
      const waiting = [...record.given, ...record.waiting];
      const covering = coveringLook(causes);
      const isCovered =
        record.lookedAt !== undefined && covering !== undefined && covering <= record.lookedAt;
      if (isCovered && !open && waiting.length === 0) return [{ kind: 'covered' }, record];
      const lease = { id: newId(), expires: time + leaseSeconds * 1000 };
      return [
        {
          kind: 'claimed',
          lease: { pool, id: lease.id },
          waiting,
          ...(open && { open }),
          ...(last && { last }),
        },
        { ...record, lease, given: waiting, waiting: [] },
      ];
    }),
  remember: (lease, open, now) =>
    take(lease.pool, (record) =>
      record.lease?.id === lease.id && record.lease.expires > Date.parse(now)
        ? [true, { ...record, open }]
        : [false, record],
    ),
  release: (lease, lookedAt, last) =>
    take<Release>(lease.pool, (record) => {
      const { lease: held, open, waiting, ...rest } = record;
      if (held?.id !== lease.id) return [{ kind: 'lost' }, record];
      const told = { ...rest, lookedAt: Date.parse(lookedAt), last, given: waiting, waiting: [] };
      return waiting.length > 0
        ? [
            { kind: 'again', causes: waiting },
            { ...told, lease: held },
          ]
        : [{ kind: 'released' }, told];
    }),
  abandon: (lease) =>
    take(lease.pool, (record) => {
      const { lease: held, ...rest } = record;
      return [undefined, held?.id === lease.id ? rest : record];
    }),
});
