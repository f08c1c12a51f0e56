import type { PolicySet } from '../../../policy/policy.ts';
import { type ControlStanding, controlStandings } from './control-standings.ts';
import { mapMaker } from './map-data.ts';
import type { MapData } from './report-data.ts';
import type { SeenPool } from './seen-pool.ts';
import { summarySentence } from './summary-sentence.ts';
import { type Totals, totalsOf } from './totals.ts';
import { type Trend, trendMaker } from './trend.ts';

/** What a report says of itself. */
export interface ReportFacts {
  readonly account: string;
  readonly regions: readonly string[];
  /** True where the report is about pools that somebody named, not all of the Regions. */
  readonly isPartial: boolean;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** Of Lifeguard. */
  readonly version: string;
  /** Where what is remembered was read, for people; absent where it wasn't. */
  readonly ledger?: string;
}

/** Regions of which a report has no pool for another reason than that there is none. */
export interface MissedRegions {
  /** AWS did not list their pools. */
  readonly unlisted: readonly string[];
  /** They have no Amazon Cognito. */
  readonly without: readonly string[];
}

/** All that a report shows. */
export interface ReportModel {
  readonly facts: ReportFacts & Pick<MissedRegions, 'unlisted'>;
  readonly policies: PolicySet;
  readonly map: MapData;
  readonly totals: Totals;
  readonly sentence: string;
  readonly controls: readonly ControlStanding[];
  /** Absent where no ledger was read: then it isn't known. */
  readonly trend?: Trend;
}

/** Pools are taken in one by one as they are looked at. */
export interface ReportMaker {
  readonly take: (seen: SeenPool) => void;
  readonly made: (missed?: MissedRegions) => ReportModel;
}

/** Makes what a report shows out of looks at pools. Pure: Regions are those of the pools, where none is said. */
export const reportMaker = (facts: ReportFacts, policies: PolicySet): ReportMaker => {
  const isRemembered = facts.ledger !== undefined;
  const map = mapMaker(facts.account, policies, isRemembered);
  const trend = trendMaker(facts.madeAt);
  const regions = new Set(facts.regions);
  return {
    take: (seen) => {
      // Deleted while the pools were listed: there is nothing to report of it.
      if (seen.kind === 'seen' && seen.outcome.kind === 'gone') return;
      regions.add(seen.pool.region);
      map.take(seen);
      trend.take(seen);
    },
    made: ({ unlisted, without } = { unlisted: [], without: [] }) => {
      for (const region of without) regions.delete(region);
      const made = map.made();
      const totals = totalsOf(made);
      return {
        facts: { ...facts, regions: [...regions], unlisted },
        policies,
        map: made,
        totals,
        sentence: summarySentence(totals, isRemembered, unlisted),
        controls: controlStandings(made),
        ...(isRemembered && { trend: trend.made() }),
      };
    },
  };
};
