import { createHash } from 'node:crypto';
import type { Exemption } from '../policy/exemption.ts';
import { expiring } from '../policy/expiring-exemptions.ts';

/** An exemption of which people must hear, once. */
export interface ExemptionNews {
  readonly kind: 'exemption-ending' | 'exemption-ended';
  readonly exemption: Exemption;
  /** What says that people have heard it. */
  readonly key: string;
}

/**
 * What is to be said of exemptions that end within 14 days, or have ended.
 * @param today the day in UTC, `2026-11-23`
 */
export const exemptionNews = (exemptions: readonly Exemption[], today: string): readonly ExemptionNews[] =>
  expiring(exemptions, today).map(({ exemption, days }) => {
    const word = days < 0 ? 'ended' : 'ending';
    return {
      kind: `exemption-${word}`,
      exemption,
      key: `${exemption.ticket} ${exemption.expires} ${word} ${hashOf(exemption)}`,
    };
  });

/** One ticket may stand for several exemptions: what they lift, and where, tells them apart. */
const hashOf = ({ pools, rules }: Exemption): string =>
  createHash('sha256')
    .update(JSON.stringify([pools, rules]))
    .digest('hex')
    .slice(0, 8);
