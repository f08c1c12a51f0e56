import type { PoolHistory } from '../../history/pool-history.ts';
import type { Pause, PoolRequest } from '../../history/pool-request.ts';
import { takeInRequests } from '../../history/take-in-requests.ts';
import type { Remembered } from '../../ledger/ledger.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';

/** What is remembered of a pool, as people may see it: no value that could be a secret. */
export interface PoolMemory extends Pick<PoolHistory, 'fixes' | 'undoings' | 'breaker' | 'tier'> {
  readonly pool: string;
  readonly lastLook?: string;
  readonly lastOutcome?: string;
  readonly debt: readonly { readonly rule: string; readonly since: string }[];
  readonly resting: PoolHistory['resting'];
  /** Those that hold for it now. */
  readonly pauses: readonly Pause[];
  /** What people asked and no look has taken in yet. */
  readonly requests: readonly PoolRequest[];
}

/**
 * @param now ISO 8601 UTC: what is over is left out
 */
export const poolMemory = (
  { arn }: PoolRef,
  { history: remembered, last, requests, account }: Remembered,
  now: string,
): PoolMemory => {
  const history = takeInRequests(remembered, requests);
  return {
    pool: arn,
    ...(history && { lastLook: history.seen.at }),
    ...(last && { lastOutcome: last.id }),
    debt: Object.entries(history?.debt ?? {}).map(([rule, { since }]) => ({ rule, since })),
    resting: (history?.resting ?? []).filter(({ until }) => until > now),
    fixes: history?.fixes ?? [],
    undoings: history?.undoings ?? [],
    ...(history?.breaker && { breaker: history.breaker }),
    ...(history?.tier && { tier: history.tier }),
    pauses: account.pauses.filter(({ pool, until }) => (pool === undefined || pool === arn) && until > now),
    requests,
  };
};
