import { after, day } from '../../../history/times.ts';
import type { Outcome } from '../../../remediation/outcome.ts';
import type { PoolMemory } from '../../desk/pool-memory.ts';
import type { SeenPool } from './seen-pool.ts';

/** How many days pools' histories reach back. */
export const trendDays = 14;

/** What the ledger knows of one day. */
export interface TrendDay {
  /** `2026-11-23`, UTC. */
  readonly day: string;
  /** Settings that Lifeguard put right. */
  readonly putRight: number;
  /** Times that somebody brought back what it had put right. */
  readonly broughtBack: number;
  /** Debt first seen that day, and still there. */
  readonly debt: number;
}

/** The last 14 days as the ledger knows them. It keeps no count of violations by day: none is made up. */
export interface Trend {
  readonly days: readonly TrendDay[];
  /** Debt that is older than these days. */
  readonly olderDebt: number;
  /** Of how many pools something is remembered, and of how many nothing. */
  readonly remembered: number;
  readonly unknown: number;
}

/** Takes what is remembered of pools in, one by one. */
export interface TrendMaker {
  readonly take: (seen: SeenPool) => void;
  readonly made: () => Trend;
}

/** Debt is what the last look left; what has been put right since is none any more. */
const brokenIn = ({ findings }: Outcome): ReadonlySet<string> =>
  new Set(findings.filter(({ resolved, exemption }) => !resolved && !exemption).map(({ rule }) => rule));

/** @param now the last day, ISO 8601 UTC */
export const trendMaker = (now: string): TrendMaker => {
  const days = new Map(
    Array.from({ length: trendDays }, (_, back) => {
      const name = after(now, (back + 1 - trendDays) * day).slice(0, 10);
      return [name, { day: name, putRight: 0, broughtBack: 0, debt: 0 }];
    }),
  );
  const first = [...days.keys()][0] ?? '';
  let [olderDebt, remembered, unknown] = [0, 0, 0];
  const add = (at: string, kind: 'putRight' | 'broughtBack' | 'debt'): void => {
    const counted = days.get(at.slice(0, 10));
    if (counted) counted[kind] += 1;
  };
  const takeMemory = ({ fixes, undoings, debt }: PoolMemory, broken: ReadonlySet<string>): void => {
    for (const { at } of fixes) add(at, 'putRight');
    for (const { at } of undoings) add(at, 'broughtBack');
    for (const { since } of debt.filter(({ rule }) => broken.has(rule))) {
      add(since, 'debt');
      if (since.slice(0, 10) < first) olderDebt += 1;
    }
  };
  return {
    take: (seen) => {
      const memory = seen.kind === 'seen' ? seen.memory : undefined;
      if (memory?.lastLook === undefined) unknown += 1;
      else remembered += 1;
      if (seen.kind === 'seen' && memory) takeMemory(memory, brokenIn(seen.outcome));
    },
    made: () => ({ days: [...days.values()], olderDebt, remembered, unknown }),
  };
};
