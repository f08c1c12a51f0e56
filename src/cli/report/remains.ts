import { isToBePutRight, refusalOf } from '../../notify/refusal-of.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Outcome, OutcomeFinding } from '../../remediation/outcome.ts';
import { counted } from './counted.ts';

/** Why a finding is there still, in the words that follow its number. */
const words = {
  open: 'not put right',
  refused: 'refused',
  held: 'held back',
  resting: 'resting after an undo',
  debt: 'debt',
  told: 'notify only',
} as const;

type Why = keyof typeof words;

/** How many findings remain at a pool, by why they do. */
export type PoolRemains = { readonly [why in Why]?: number };

/** What remains at pools, added up. */
export interface Remains {
  readonly add: (pool: PoolRef, remains: PoolRemains) => void;
  /** Nothing remains where it is 0. */
  readonly findings: () => number;
  /** `8 findings remain in 3 pools: 5 notify only, 3 refused.` or `2 findings remain in 1 pool, refused.` */
  readonly text: () => string;
  /** The pools in which something remains, where they are few enough to be named; else none. */
  readonly pools: () => readonly PoolRef[];
}

/**
 * What an outcome leaves that is against policy and not exempt.
 * @param isHeld true where its plan waits
 */
export const remainsOf = (outcome: Outcome, isHeld: boolean): PoolRemains => {
  const counts: { [why in Why]?: number } = {};
  for (const finding of outcome.findings) {
    if (finding.resolved || finding.exemption) continue;
    const why = whyOf(finding, outcome, isHeld);
    counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
};

const whyOf = (finding: OutcomeFinding, outcome: Outcome, isHeld: boolean): Why => {
  if (finding.left) return finding.left.kind === 'undone' ? 'resting' : 'debt';
  if (!isToBePutRight(finding)) return 'told';
  if (refusalOf(finding, outcome)) return 'refused';
  return isHeld || outcome.kind === 'paused' ? 'held' : 'open';
};

/** So many pools are named at most. */
const mostNamed = 3;

/** Nothing remains yet. */
export const countRemains = (): Remains => {
  const totals = new Map<Why, number>();
  const first: PoolRef[] = [];
  let pools = 0;
  const findings = (): number => [...totals.values()].reduce((sum, each) => sum + each, 0);
  return {
    add: (pool, remains) => {
      const parts = Object.entries(remains) as [Why, number][];
      if (parts.length === 0) return;
      pools += 1;
      if (first.length <= mostNamed) first.push(pool);
      for (const [why, number] of parts) totals.set(why, (totals.get(why) ?? 0) + number);
    },
    findings,
    text: () => {
      const number = findings();
      const whys = (Object.keys(words) as Why[]).filter((why) => totals.has(why));
      const parts = whys.map((why) => `${totals.get(why)} ${words[why]}`);
      const reasons = whys.length === 1 ? `, ${whys.map((why) => words[why])}` : `: ${parts.join(', ')}`;
      return `${counted(number, 'finding')} ${number === 1 ? 'remains' : 'remain'} in ${counted(pools, 'pool')}${reasons}.`;
    },
    pools: () => (pools > mostNamed ? [] : first),
  };
};
