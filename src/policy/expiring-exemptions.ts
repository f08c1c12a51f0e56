import type { Exemption } from './exemption.ts';
import type { Mistake } from './mistake.ts';
import type { PolicySet } from './policy.ts';

/** How many days before its end an exemption is spoken of. */
const noticeDays = 14;

/** An exemption that ends soon or has ended. */
interface Expiring {
  readonly exemption: Exemption;
  /** Days to the last one on which it counts; negative where that has passed. */
  readonly days: number;
}

/**
 * The exemptions that end within 14 days or have ended. One counts to the end of its last day, in UTC.
 * @param today the day in UTC, `2026-11-23`
 */
export const expiring = (exemptions: readonly Exemption[], today: string): readonly Expiring[] =>
  exemptions
    .map((exemption) => ({
      exemption,
      days: (Date.parse(exemption.expires) - Date.parse(today)) / 86_400_000,
    }))
    .filter(({ days }) => days <= noticeDays);

/**
 * A warning for every exemption that ends soon or has ended.
 * @param today the day in UTC, `2026-11-23`
 */
export const expiringExemptions = ({ exemptions }: PolicySet, today: string): readonly Mistake[] =>
  expiring(exemptions, today).map(({ exemption: { ticket, expires, source }, days }) => {
    const message =
      days < 0
        ? `The exemption ${ticket} ended on ${expires}: its rules count again. Take it away, or have it granted again.`
        : `The exemption ${ticket} ends on ${expires}, ${inDays(days)}: after that day its rules count again.`;
    return { ...source, message };
  });

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);
