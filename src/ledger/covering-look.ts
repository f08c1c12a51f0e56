import type { Cause } from '../change/cause.ts';

/**
 * CloudTrail's event times are whole seconds: an event may be up to a second younger than it says, so only
 * an event that is older than the look by more than this is covered.
 */
const eventTimeGrain = 1000;

/**
 * When a look must have begun, at the earliest, to answer for all of these causes.
 * @returns milliseconds since 1970; undefined where no look can. What policy doesn't govern is told with its
 *   actor, so a look at the settings doesn't cover it, and a person who asks for a look gets one
 */
export const coveringLook = (causes: readonly Cause[]): number | undefined => {
  const times = causes.flatMap((cause) =>
    cause.kind === 'call' && cause.governed ? [Date.parse(cause.eventTime) + eventTimeGrain] : [],
  );
  return times.length > 0 && times.length === causes.length ? Math.max(...times) : undefined;
};
