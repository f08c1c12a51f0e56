import type { Outcome } from '../../remediation/outcome.ts';
import { counted } from './counted.ts';
import { inert } from './inert.ts';
import { paint } from './paint.ts';

/** What a plan comes to, over all pools. */
export interface PlanTotals {
  readonly add: (outcome: Outcome) => void;
  readonly pools: () => number;
  readonly changes: () => number;
  readonly refused: () => number;
  /** A line for each rule that is broken anywhere, most pools first; empty where none is. */
  readonly text: () => readonly string[];
}

interface RuleTotal {
  readonly severity: string;
  pools: number;
  changes: number;
  exempted: number;
  left: number;
}

/** Counts a plan as it is made. */
export const countPlan = (): PlanTotals => {
  const rules = new Map<string, RuleTotal>();
  let [pools, changes, refused, carried] = [0, 0, 0, 0];
  return {
    add: (outcome) => {
      pools += 1;
      changes += outcome.changes.length;
      refused += outcome.refusals.length;
      carried += outcome.carried;
      for (const { rule, severity, setting, mode, exemption, left } of outcome.findings) {
        const total = rules.get(rule) ?? { severity, pools: 0, changes: 0, exempted: 0, left: 0 };
        rules.set(rule, total);
        const isChanged = mode === 'remediate' && outcome.changes.some((each) => each.setting === setting);
        total.pools += 1;
        total.changes += isChanged ? 1 : 0;
        total.exempted += exemption ? 1 : 0;
        total.left += left ? 1 : 0;
      }
    },
    pools: () => pools,
    changes: () => changes,
    refused: () => refused,
    text: () =>
      rules.size === 0
        ? []
        : [
            paint.strong('By rule:'),
            ...[...rules]
              .toSorted(([, left], [, right]) => right.pools - left.pools)
              .map(([rule, total]) => ruleLine(rule, total)),
            ...(carried > 0 ? [`${counted(carried, 'setting')} would be carried forward in all.`] : []),
            '',
          ],
  };
};

const ruleLine = (rule: string, { severity, pools, changes, exempted, left }: RuleTotal): string => {
  const rest = pools - changes - exempted - left;
  const parts = [
    ...(changes > 0 ? [`${changes} to put right`] : []),
    ...(exempted > 0 ? [`${exempted} exempted`] : []),
    ...(left > 0 ? [`${left} left as remembered`] : []),
    ...(rest > 0 ? [`${rest} notify only or refused`] : []),
  ];
  return `  ${inert(rule)}  ${severity}  broken at ${counted(pools, 'pool')}: ${parts.join(', ')}`;
};
