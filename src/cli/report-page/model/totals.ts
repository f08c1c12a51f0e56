import { type Severity, severities } from '../../../policy/policy.ts';
import { firstDetail, holding, type MapData, type PoolRow, undetermined } from './report-data.ts';

/** What a report counts. Debt and what is refused are violations too; a violation can be both. */
export interface Totals {
  readonly pools: number;
  /** Bound by a rule at least, and nothing is broken but what is exempted. */
  readonly compliant: number;
  /** At least one rule is broken. */
  readonly violating: number;
  /** No rule binds it. */
  readonly unbound: number;
  /** It could not be read. */
  readonly unread: number;
  readonly violations: number;
  readonly bySeverity: { readonly [severity in Severity]: number };
  readonly debt: number;
  readonly refused: number;
  readonly exempted: number;
  readonly undetermined: number;
  /** How many times a rule was held against a pool. */
  readonly checks: number;
}

/** How a pool stands as a whole. */
export const standingOf = (pool: PoolRow, { details }: Pick<MapData, 'details'>): PoolStanding => {
  if (pool.unread !== undefined) return 'unread';
  const isBroken = pool.cells.some((cell) => {
    const detail = details[cell - firstDetail];
    return detail !== undefined && detail.state !== 'exempted';
  });
  if (isBroken) return 'violating';
  return pool.cells.some((cell) => cell >= holding) ? 'compliant' : 'unbound';
};

export type PoolStanding = 'compliant' | 'violating' | 'unbound' | 'unread';

/** Counts a map. */
export const totalsOf = (map: MapData): Totals => {
  const standings = map.pools.map((pool) => standingOf(pool, map));
  const count = (standing: PoolStanding): number => standings.filter((each) => each === standing).length;
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<
    Severity,
    number
  >;
  const states = { open: 0, debt: 0, refused: 0, exempted: 0 };
  let [unknown, holds, debt] = [0, 0, 0];
  for (const { cells } of map.pools)
    for (const [place, cell] of cells.entries()) {
      const detail = map.details[cell - firstDetail];
      const severity = map.rules[place]?.severity;
      if (cell === undetermined) unknown += 1;
      if (cell === holding) holds += 1;
      if (!detail || !severity) continue;
      states[detail.state] += 1;
      if (detail.since !== undefined) debt += 1;
      if (detail.state !== 'exempted') bySeverity[severity] += 1;
    }
  const violations = states.open + states.debt + states.refused;
  return {
    pools: map.pools.length,
    compliant: count('compliant'),
    violating: count('violating'),
    unbound: count('unbound'),
    unread: count('unread'),
    violations,
    bySeverity,
    debt,
    refused: states.refused,
    exempted: states.exempted,
    undetermined: unknown,
    checks: holds + violations + states.exempted,
  };
};
