import type { PoolRequest } from '../../src/history/pool-request.ts';

/** A person who closes a pool's breaker. */
export const aRequest = (id: string, at: string): PoolRequest => ({
  id,
  by: 'arn:aws:iam::111122223333:user/on-call',
  at,
  kind: 'close-breaker',
});
