import type { EvaluationOptions, Leave } from '../policy/evaluate.ts';
import type { Finding } from '../policy/finding.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import { settingAt } from '../pool/settings.ts';
import { debtOf } from './debt.ts';
import { isWorse } from './is-worse.ts';
import type { Past } from './past.ts';
import { stillBound } from './still-bound.ts';
import { tierBefore } from './tier-memory.ts';

/** What the past has a say in, when a snapshot is judged. */
export interface Recall extends Required<Pick<EvaluationOptions, 'leave' | 'stillBound'>> {
  /** The tier that the pool has come down from. */
  readonly tierBefore?: string;
}

/** What the past says of a snapshot. Pure. */
export const recall = (past: Past, policies: PolicySet, snapshot: PoolSnapshot): Recall => {
  const { history, now } = past;
  const leave: Leave = (finding, rule) => restOf(past, finding) ?? debtOf(past, snapshot, finding, rule);
  const tier = tierBefore(history?.tier, snapshot, now);
  return {
    leave,
    stillBound: stillBound(history, policies, snapshot, now),
    ...(tier !== undefined && { tierBefore: tier }),
  };
};

/** A rule rests over what a person has set again, not over what somebody makes of it since. */
const restOf = ({ history, now }: Past, { rule: id, setting, found }: Finding): ReturnType<Leave> => {
  const resting = history?.resting.find(({ rule, until }) => rule === id && until > now);
  if (!resting) return undefined;
  const { outcome, until, found: left } = resting;
  return left !== undefined && isWorse(left, found, settingAt(setting))
    ? undefined
    : { kind: 'undone', outcome, until };
};
