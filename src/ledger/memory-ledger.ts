import type { Ledger } from './ledger.ts';
import { emptyRecord, type PoolRecord } from './pool-record.ts';
import { recordLedger } from './record-ledger.ts';

/**
 * A ledger that lives as long as the process.
 * @param leaseSeconds how long a claim lasts: the longest that a look can take, and half a minute
 * @param newId makes the ids of leases
 */
export const memoryLedger = (options: {
  readonly leaseSeconds: number;
  readonly newId: () => string;
}): Ledger => {
  const records = new Map<string, PoolRecord>();
  return recordLedger({
    ...options,
    take: async ({ arn }, step) => {
      const [answer, record] = step(records.get(arn) ?? emptyRecord);
      records.set(arn, record);
      return answer;
    },
  });
};
