import { type Evaluation, type EvaluationOptions, evaluate } from '../policy/evaluate.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import { type Plan, planFor } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

/** One look at a pool: what was seen, what policy says of it, and what would be done. */
export interface Look {
  readonly snapshot: PoolSnapshot;
  readonly evaluation: Evaluation;
  readonly plan: Plan;
}

/** Judges a snapshot. Pure. */
export const judge = (
  snapshot: PoolSnapshot,
  policies: PolicySet,
  options: EvaluationOptions & PlanOptions,
): Look => {
  const evaluation = evaluate(snapshot, policies, options);
  return { snapshot, evaluation, plan: planFor(snapshot, evaluation, options) };
};
