import type { PoolRef } from '../pool/pool-ref.ts';
import { coveringLook } from './covering-look.ts';
import { LedgerBusyError } from './errors.ts';
import { type Claiming, leaveCauses, whoLooksNext } from './leave-causes.ts';
import type { Claim, Remembered } from './ledger.ts';
import { decodeItem, type Item, keyOf } from './pool-item.ts';
import { rememberedIn } from './pool-record.ts';
import { type Table, type Updated, updateItem } from './update-item.ts';

/** A claim as far as the pool's own item tells it. */
export type ItemClaim = WithoutAccount<Claim>;
type WithoutAccount<Each> = Each extends Remembered ? Omit<Each, 'account'> : Each;

/** Each round is lost only where somebody else took or gave up the pool in between, or made room. */
const rounds = 20;

/**
 * Takes the pool where it is free; otherwise leaves the causes for whoever looks next.
 * @throws LedgerBusyError where the pool has no room for more causes, or changes hands again and again
 */
export const claimItem = async (table: Table, pool: PoolRef, first: Claiming): Promise<ItemClaim> => {
  let claiming = first;
  for (let round = 0; round < rounds; round += 1) {
    const { kind, item } = await take(table, pool, claiming);
    if (!item) continue;
    const decided = decide(pool, item, claiming, kind);
    if (decided) return decided;
    const next = whoLooksNext(item, claiming);
    if (!next) continue;
    const left = await leaveCauses(table, pool, claiming);
    if (left === 'busy' || left === 'due') return { kind: left };
    if (left !== 'full') continue;
    if (next === 'busy') throw new LedgerBusyError(pool, 'too many calls wait for the next look');
    // What can't wait for want of room is looked at now.
    claiming = { ...claiming, mayWait: false };
  }
  throw new LedgerBusyError(pool, 'it was taken and given up again and again');
};

/** Takes the lease, unless somebody holds it or a look that was told covers the causes and nothing else is open. */
const take = (table: Table, pool: PoolRef, { causes, time, lease, mayWait }: Claiming): Promise<Updated> => {
  const covering = coveringLook(causes);
  const isUncovered =
    'attribute_not_exists(lookedAt) OR lookedAt < :covering OR attribute_exists(openOutcome)' +
    ' OR attribute_exists(waiting) OR size(given) > :zero';
  return updateItem(table, keyOf(pool), {
    UpdateExpression:
      'SET leaseId = :id, leaseExpires = :expires,' +
      ' given = list_append(if_not_exists(given, :none), if_not_exists(waiting, :none)),' +
      ' givenOmitted = if_not_exists(givenOmitted, :zero) + if_not_exists(waitingOmitted, :zero)' +
      ' REMOVE waiting, waitingBytes, waitingOmitted, dueAt',
    ConditionExpression:
      '(attribute_not_exists(leaseId) OR leaseExpires <= :now)' +
      (mayWait ? ' AND (attribute_not_exists(dueAt) OR dueAt <= :now)' : '') +
      (covering === undefined ? '' : ` AND (${isUncovered})`),
    ExpressionAttributeValues: {
      ':id': { S: lease.id },
      ':expires': { N: String(lease.expires) },
      ':now': { N: String(time) },
      ':none': { L: [] },
      ':zero': { N: '0' },
      ...(covering !== undefined && { ':covering': { N: String(covering) } }),
    },
  });
};

/** What the item says of our claim; undefined where the causes must wait, or somebody had the pool a moment ago. */
const decide = (
  pool: PoolRef,
  item: Item,
  claiming: Claiming,
  kind: Updated['kind'],
): ItemClaim | undefined => {
  const record = decodeItem(item, pool);
  const { lease: held, open, given, givenOmitted = 0, waiting, lookedAt } = record;
  const remembered = rememberedIn(record);
  if (kind === 'updated' || held?.id === claiming.lease.id) {
    const lease = { pool, id: claiming.lease.id };
    return {
      kind: 'claimed',
      lease,
      waiting: given,
      omitted: givenOmitted,
      ...(open && { open }),
      ...remembered,
    };
  }
  const covering = coveringLook(claiming.causes);
  const isQuiet = !whoLooksNext(item, claiming) && !open && given.length === 0 && waiting.length === 0;
  return isQuiet && lookedAt !== undefined && covering !== undefined && covering <= lookedAt
    ? { kind: 'covered', ...remembered }
    : undefined;
};
