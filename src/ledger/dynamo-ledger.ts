import type { Cause } from '../change/cause.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import { claimItem } from './claim-item.ts';
import { packOpen } from './item-room.ts';
import type { Ledger } from './ledger.ts';
import { releaseItem } from './release-item.ts';
import { type Table, updateItem } from './update-item.ts';

/**
 * The ledger of a deployment: one item for each pool in a DynamoDB table. Each step is one conditional UpdateItem
 * where nobody else is about, and each can be sent again without harm when its answer is lost, so the client may
 * retry. No transactions, which cost twice and conflict; no stream, no scan.
 * The pool's item never lapses: a pool without one is a pool that was never seen.
 * @param leaseSeconds how long a claim lasts: the function's timeout and half a minute
 * @param newId makes the ids of leases and releases; never twice the same, in no process
 * @param shorten leaves out of an open outcome that is too long for an item what crash and undo can do without
 * @throws LedgerBrokenError where an item isn't one that a ledger wrote, and LedgerBusyError where there is no room
 *   for more causes; from claim, remember and release
 */
export const dynamoLedger = ({
  table,
  leaseSeconds,
  newId,
  shorten,
}: {
  readonly table: Table;
  readonly leaseSeconds: number;
  readonly newId: () => string;
  readonly shorten: (open: OpenOutcome) => OpenOutcome;
}): Ledger => ({
  claim: (pool, causes: readonly Cause[], now) => {
    const time = Date.parse(now);
    const lease = { id: newId(), expires: time + leaseSeconds * 1000 };
    return claimItem(table, pool, { causes, time, lease });
  },
  remember: async (lease, open, now) => {
    const { kind } = await updateItem(table, lease.pool, {
      UpdateExpression: 'SET openOutcome = :open',
      ConditionExpression: 'leaseId = :id AND leaseExpires > :now',
      ExpressionAttributeValues: {
        ':open': { B: packOpen(open, shorten) },
        ':id': { S: lease.id },
        ':now': { N: String(Date.parse(now)) },
      },
    });
    return kind === 'updated';
  },
  release: (lease, lookedAt, last) =>
    releaseItem(table, lease, { id: newId(), lookedAt: Date.parse(lookedAt), last }),
  abandon: async (lease) => {
    await updateItem(table, lease.pool, {
      UpdateExpression: 'REMOVE leaseId, leaseExpires',
      ConditionExpression: 'leaseId = :id',
      ExpressionAttributeValues: { ':id': { S: lease.id } },
    });
  },
});
