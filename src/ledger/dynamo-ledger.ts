import { accountAt } from './account-at.ts';
import { readAccount } from './account-item.ts';
import { readPauses } from './account-pauses.ts';
import { claimItem, type ItemClaim } from './claim-item.ts';
import type { Distinct } from './compact-waiting.ts';
import { deferItem } from './defer-item.ts';
import { packOpen, type Shorten } from './item-room.ts';
import { putNote, putOutcome } from './kept-items.ts';
import type { AccountMemory, Claim, Lease, Ledger } from './ledger.ts';
import { keyOf } from './pool-item.ts';
import { releaseItem } from './release-item.ts';
import { isUpdated, type Table } from './update-item.ts';

export interface DynamoLedgerOptions {
  readonly table: Table;
  /** How long a claim lasts: the function's timeout and half a minute. */
  readonly leaseSeconds: number;
  /** Makes the ids of leases and releases; never twice the same, in no process. */
  readonly newId: () => string;
  /** By which what sweeps note lapses. */
  readonly now: () => Date;
  readonly shorten: Shorten;
  readonly distinct: Distinct;
  /** How many days an outcome is kept for people. */
  readonly retentionDays?: number;
}

/**
 * The ledger of a deployment: one item for each pool in a DynamoDB table, and one for the account. Each step is one
 * conditional UpdateItem where nobody else is about, and each can be sent again without harm when its answer is lost,
 * so the client may retry. No transactions, which cost twice and conflict; no stream, no scan.
 * The pool's item never lapses: a pool without one is a pool that was never seen.
 * @throws LedgerBrokenError where an item isn't one that a ledger wrote, LedgerBusyError where there is no room for
 *   more causes, and RangeError where what has to be stored is too long for an item
 */
export const dynamoLedger = ({
  table,
  leaseSeconds,
  newId,
  now: clock,
  shorten,
  distinct,
  retentionDays = 400,
}: DynamoLedgerOptions): Ledger => ({
  claim: async (pool, causes, now, mayWait = false) => {
    const time = Date.parse(now);
    const lease = { id: newId(), expires: time + leaseSeconds * 1000 };
    // Side by side: nothing may add a round trip between a trigger and its fix.
    const [claim, account] = await Promise.allSettled([
      claimItem(table, pool, { causes, time, lease, mayWait, distinct }),
      readAccount(table),
    ]);
    if (claim.status === 'rejected') throw claim.reason;
    if (account.status === 'fulfilled') return withAccount(claim.value, account.value, time);
    if (claim.value.kind === 'busy' || claim.value.kind === 'due') return claim.value;
    // The trigger comes again, and shouldn't find the pool held by nobody.
    if (claim.value.kind === 'claimed') await giveBack(table, claim.value.lease).catch(() => undefined);
    throw account.reason;
  },
  pauses: async (now) => accountAt({ pauses: await readPauses(table) }, Date.parse(now)).pauses,
  remember: async (lease, open, now) =>
    isUpdated(table, keyOf(lease.pool), {
      UpdateExpression: 'SET openOutcome = :open',
      ConditionExpression: 'leaseId = :id AND leaseExpires > :now',
      ExpressionAttributeValues: {
        ':open': { B: packOpen(open, shorten) },
        ':id': { S: lease.id },
        ':now': { N: String(Date.parse(now)) },
      },
    }),
  keep: (kept) => putOutcome(table, kept, { shorten, days: retentionDays }),
  note: (sweep, standing) => putNote(table, sweep, standing, clock()),
  release: (lease, told) => releaseItem(table, lease, told, newId()),
  defer: (lease, waiting, dueAt) => deferItem(table, lease, waiting, { dueAt: Date.parse(dueAt), distinct }),
  abandon: (lease) => giveBack(table, lease),
});

const withAccount = (claim: ItemClaim, account: AccountMemory, time: number): Claim =>
  claim.kind === 'busy' || claim.kind === 'due' ? claim : { ...claim, account: accountAt(account, time) };

const giveBack = async (table: Table, lease: Lease): Promise<void> => {
  await isUpdated(table, keyOf(lease.pool), {
    UpdateExpression: 'REMOVE leaseId, leaseExpires',
    ConditionExpression: 'leaseId = :id',
    ExpressionAttributeValues: { ':id': { S: lease.id } },
  });
};
