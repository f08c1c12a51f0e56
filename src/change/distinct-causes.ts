import type { Cause } from './cause.ts';

/** Each recorded call once: EventBridge delivers at least once, and a trigger comes again after a crash. */
export const distinctCauses = (causes: readonly Cause[]): readonly Cause[] => {
  const seen = new Set<string>();
  return causes.filter((cause) => {
    if (cause.kind !== 'call') return true;
    const isNew = !seen.has(cause.eventId);
    seen.add(cause.eventId);
    return isNew;
  });
};
