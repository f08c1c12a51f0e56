import type { Mistake } from './mistake.ts';
import type { PolicySet } from './policy.ts';

/** How many days before its end an exemption is spoken of. */
export const noticeDays = 14;

/**
 * A warning for every exemption that ends soon or has ended.
 * @param today the day in UTC, `2026-11-23`
 */
export const expiringExemptions = ({ exemptions }: PolicySet, today: string): readonly Mistake[] =>
  exemptions.flatMap(({ ticket, expires, source }) => {
    const days = (Date.parse(expires) - Date.parse(today)) / 86_400_000;
    if (days > noticeDays) return [];
    const message =
      days < 0
        ? `The exemption ${ticket} ended on ${expires}: its rules count again. Take it away, or have it granted again.`
        : `The exemption ${ticket} ends on ${expires}, ${inDays(days)}: after that day its rules count again.`;
    return [{ ...source, message }];
  });

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);
