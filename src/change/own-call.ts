import type { Cause } from './cause.ts';

/** The calls that we make. */
const ourCalls: readonly string[] = ['UpdateUserPool', 'SetUserPoolMfaConfig'];

/**
 * True where a call says that it was our write of this outcome. Whoever calls chooses the user agent, so this
 * alone excuses nothing: the pool is looked at all the same, and only what has been told already isn't told again. A call that we never make is
 * nobody's echo.
 */
export const isOwnCall = (cause: Cause, outcomeId: string): boolean =>
  cause.kind === 'call' &&
  cause.governed &&
  ourCalls.includes(cause.call) &&
  (cause.actor.userAgent ?? '').includes(`cognito-lifeguard/${outcomeId}`);
