import { evaluate } from '../../policy/evaluate.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Look } from '../../remediation/look.ts';
import type { Plan } from '../../remediation/plan.ts';

/** Judges a snapshot by policy, and plans what a person asks for. */
export const judgeByPlan =
  (policies: PolicySet, now: () => Date, plan: (snapshot: PoolSnapshot) => Plan) =>
  (snapshot: PoolSnapshot): Look => ({
    snapshot,
    evaluation: evaluate(snapshot, policies, {
      ceiling: 'remediate',
      today: now().toISOString().slice(0, 10),
    }),
    plan: plan(snapshot),
  });
