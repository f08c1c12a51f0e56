import type { LiveAccount } from '../live/round-of.ts';
import { counted } from './counted.ts';
import { inert } from './inert.ts';
import type { PlanTotals } from './plan-totals.ts';

/** Regions in a sentence: the names of a few, how many of them there are otherwise. */
export const regionsText = (regions: readonly string[]): string =>
  regions.length > 3 ? counted(regions.length, 'Region') : regions.map(inert).join(', ');

/** What a plan for live pools comes to, in a sentence. */
export const lookedAtText = (totals: PlanTotals, { accountId, regions }: LiveAccount): string =>
  `${counted(totals.pools(), 'pool')} looked at in ${accountId}, ${regionsText(regions)}: ${counted(totals.changes(), 'change')} planned, ${totals.refused()} refused.`;
