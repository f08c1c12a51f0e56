import { isJsonObject } from '../pool/json.ts';
import { type PoolRef, poolRefFromArn } from '../pool/pool-ref.ts';
import type { SweepCause } from './cause.ts';
import type { Ignored } from './pool-change.ts';

/** Our own message on the queue of pool changes: look at this pool, whoever changed it or not. */
export interface LookRequest {
  readonly kind: 'look-request';
  readonly pool: PoolRef;
  /** There where a sweep asks; else the causes wait in the ledger. */
  readonly cause?: SweepCause;
}

const schema = 'cognito-lifeguard/look/1';

/** A look request as a message body. */
export const lookMessage = ({ pool, cause }: Omit<LookRequest, 'kind'>): string =>
  JSON.stringify({
    schema,
    pool: pool.arn,
    ...(cause && { sweep: cause.sweep, eventTime: cause.eventTime }),
  });

/**
 * Reads a message body; undefined where it is no look request for a pool of this account. One in a Region that isn't
 * looked after, or no longer, is ignored.
 */
export const parseLookRequest = (
  body: unknown,
  here: { readonly accountId: string; readonly regions?: readonly string[] },
): LookRequest | Ignored | undefined => {
  if (!isJsonObject(body) || body.schema !== schema || typeof body.pool !== 'string') return undefined;
  const pool = poolRefFromArn(body.pool);
  if (pool?.accountId !== here.accountId) return undefined;
  if (here.regions && !here.regions.includes(pool.region))
    return {
      kind: 'ignored',
      reason: 'other-region',
      detail: `A look was asked for at ${pool.arn}, whose Region is none of those that are looked after: ${here.regions.join(', ')}.`,
    };
  const { sweep, eventTime } = body;
  const isSweep =
    typeof sweep === 'string' && typeof eventTime === 'string' && !Number.isNaN(Date.parse(eventTime));
  return {
    kind: 'look-request',
    pool,
    ...(isSweep && { cause: { kind: 'sweep', sweep, eventTime } as const }),
  };
};
