import type { Cause } from '../change/cause.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { Claim, LastOutcome, Ledger, Release } from './ledger.ts';

interface Item {
  /** `taken` is how many of the waiting causes its holder has been given. */
  lease?: { readonly id: string; readonly expires: number; taken: number };
  open?: OpenOutcome;
  waiting: readonly Cause[];
  lookedAt?: string;
  last?: LastOutcome;
}

/**
 * CloudTrail's event times are whole seconds: an event may be up to a second younger than it says, so only
 * an event that is older than the look by more than this is covered.
 */
const eventTimeGrain = 1000;

/**
 * A ledger that lives as long as the process.
 * @param leaseSeconds how long a claim lasts: the function's timeout and half a minute
 * @param newId makes the ids of leases
 */
export const memoryLedger = ({
  leaseSeconds,
  newId,
}: {
  readonly leaseSeconds: number;
  readonly newId: () => string;
}): Ledger => {
  const items = new Map<string, Item>();
  const held = (arn: string, leaseId: string): Item | undefined => {
    const item = items.get(arn);
    return item?.lease?.id === leaseId ? item : undefined;
  };
  return {
    async claim(pool, causes, now): Promise<Claim> {
      const item = items.get(pool.arn) ?? { waiting: [] };
      items.set(pool.arn, item);
      const time = Date.parse(now);
      if (item.lease && item.lease.expires > time) {
        item.waiting = [...item.waiting, ...causes];
        return { kind: 'busy' };
      }
      if (!item.open && item.waiting.length === 0 && areCovered(causes, item.lookedAt))
        return { kind: 'covered' };
      const { open, waiting, last } = item;
      item.lease = { id: newId(), expires: time + leaseSeconds * 1000, taken: waiting.length };
      return {
        kind: 'claimed',
        lease: { pool, id: item.lease.id },
        waiting,
        ...(open && { open }),
        ...(last && { last }),
      };
    },
    async remember(lease, open, now): Promise<boolean> {
      const item = held(lease.pool.arn, lease.id);
      if (!item?.lease || item.lease.expires <= Date.parse(now)) return false;
      item.open = open;
      return true;
    },
    async release(lease, lookedAt, last): Promise<Release> {
      const item = held(lease.pool.arn, lease.id);
      if (!item) return { kind: 'lost' };
      delete item.open;
      item.lookedAt = lookedAt;
      item.last = last;
      const causes = item.waiting.slice(item.lease?.taken);
      if (item.lease && causes.length > 0) {
        item.lease.taken = item.waiting.length;
        return { kind: 'again', causes };
      }
      item.waiting = [];
      delete item.lease;
      return { kind: 'released' };
    },
    async abandon(lease): Promise<void> {
      const item = held(lease.pool.arn, lease.id);
      if (item) delete item.lease;
    },
  };
};

/** What policy doesn't govern is told with its actor, so a look at the settings doesn't cover it. */
const areCovered = (causes: readonly Cause[], lookedAt: string | undefined): boolean =>
  lookedAt !== undefined &&
  causes.length > 0 &&
  causes.every(
    (cause) =>
      cause.kind === 'call' &&
      cause.governed &&
      Date.parse(cause.eventTime) + eventTimeGrain <= Date.parse(lookedAt),
  );
