import { distinctCauses } from '../../../src/change/distinct-causes.ts';
import type { Ledgers } from '../../../src/ledger/ledgers.ts';
import type { PoolRecord } from '../../../src/ledger/pool-record.ts';
import { recordLedgers } from '../../../src/ledger/record-ledgers.ts';
import type { Shelf } from '../../../src/ledger/shelf.ts';

/** A ledger in memory whose records can be seen. */
export interface InspectableLedgers extends Ledgers {
  /** By ARN. */
  readonly pools: ReadonlyMap<string, PoolRecord>;
}

/** @param onRecord told of each record of a pool that is stored, by the pool's ARN */
export const inspectableLedgers = (
  newId: () => string,
  madeAt: string,
  onRecord: (arn: string, record: PoolRecord) => void,
): InspectableLedgers => {
  const pools = new Map<string, PoolRecord>();
  const shelves = {
    pools: shelfOf(pools, onRecord),
    account: shelfOf(new Map()),
    outcomes: shelfOf(new Map()),
    sweeps: shelfOf(new Map()),
    notices: shelfOf(new Map()),
    tellings: shelfOf(new Map()),
    repeats: shelfOf(new Map()),
    windows: shelfOf(new Map()),
    members: shelfOf(new Map()),
  };
  return { pools, ...recordLedgers(shelves, { leaseSeconds: 90, newId, distinct: distinctCauses }, madeAt) };
};

const shelfOf = <Value>(
  values: Map<string, Value>,
  onValue: (key: string, value: Value) => void = () => {},
): Shelf<Value> => ({
  read: async (key) => values.get(key),
  take: async (key, step) => {
    const [answer, value] = step(values.get(key));
    if (value !== undefined) {
      values.set(key, value);
      onValue(key, value);
    }
    return answer;
  },
});
