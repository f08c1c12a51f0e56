import type { Cause } from '../change/cause.ts';

/** What every log line says, the same keys on each; the logger leaves out null, so what isn't known is `none`. */
export interface LogKeys {
  readonly pool: string;
  readonly causes: readonly object[];
  readonly outcome: string;
  readonly reason: string;
}

/** Fills in the keys of a log line. @param facts what is known */
export const logKeys = (facts: {
  readonly pool?: string | undefined;
  readonly causes?: readonly Cause[] | readonly object[];
  readonly outcome?: string;
  readonly reason?: string | undefined;
}): LogKeys => ({
  pool: facts.pool ?? 'none',
  causes: facts.causes ?? [],
  outcome: facts.outcome ?? 'none',
  reason: facts.reason ?? 'none',
});
