import type { Cause } from '../change/cause.ts';

/**
 * Milliseconds. CloudTrail's event times are whole seconds, so an event may be up to a second younger than it says;
 * a write may take up to 3 s to show in what AWS describes. Only a look that began later than that has seen it. A
 * look too many costs two reads, one too few a weakening that nobody sees.
 */
const showsAfter = 4000;

/**
 * When a look must have begun, at the earliest, to answer for all of these causes.
 * @returns milliseconds since 1970; undefined where no look can. What policy doesn't govern is told with its
 *   actor, so a look at the settings doesn't cover it, and a person who asks for a look gets one
 */
export const coveringLook = (causes: readonly Cause[]): number | undefined => {
  const times = causes.flatMap((cause) =>
    cause.kind === 'call' && cause.governed ? [Date.parse(cause.eventTime) + showsAfter] : [],
  );
  return times.length > 0 && times.length === causes.length ? Math.max(...times) : undefined;
};
