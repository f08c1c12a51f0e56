import { createHash } from 'node:crypto';
import type { Exemption } from '../policy/exemption.ts';
import { noticeDays } from '../policy/expiring-exemptions.ts';

/** An exemption of which people must hear, once. */
export interface ExemptionNews {
  readonly kind: 'exemption-ending' | 'exemption-ended';
  readonly exemption: Exemption;
  /** What says that people have heard it. */
  readonly key: string;
}

/**
 * Exemptions that end within 14 days, or have ended. An exemption counts to the end of its last day, in UTC.
 * @param today the day in UTC, `2026-11-23`
 */
export const exemptionNews = (exemptions: readonly Exemption[], today: string): readonly ExemptionNews[] =>
  exemptions.flatMap((exemption): readonly ExemptionNews[] => {
    const days = (Date.parse(exemption.expires) - Date.parse(today)) / 86_400_000;
    if (days > noticeDays) return [];
    const [kind, word] =
      days < 0 ? (['exemption-ended', 'ended'] as const) : (['exemption-ending', 'ending'] as const);
    return [
      {
        kind,
        exemption,
        key: `${exemption.ticket} ${exemption.expires} ${word} ${hashOf(exemption)}`,
      },
    ];
  });

/** One ticket may stand for several exemptions: what they lift, and where, tells them apart. */
const hashOf = ({ pools, rules }: Exemption): string =>
  createHash('sha256')
    .update(JSON.stringify([pools, rules]))
    .digest('hex')
    .slice(0, 8);
