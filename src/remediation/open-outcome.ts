import type { Cause } from '../change/cause.ts';
import type { Finding } from '../policy/finding.ts';
import type { JsonObject } from '../pool/json.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { sameValue } from '../pool/setting-value.ts';
import { settingAt } from '../pool/settings.ts';
import type { Progress } from './applied.ts';
import type { Look } from './look.ts';
import type { OutcomeFrame } from './make-outcome.ts';
import { snapshotBefore } from './pre-image.ts';
import type { SettingChange } from './setting-change.ts';

/** What is remembered before a write, so that a crash can be finished and a remediation undone. */
export interface OpenOutcome {
  readonly id: string;
  readonly startedAt: string;
  readonly causes: readonly Cause[];
  readonly findings: readonly Finding[];
  /** What has been written, and what is about to be. */
  readonly changes: readonly SettingChange[];
  readonly carried: number;
  /** The pool just before the first write, as AWS described it. */
  readonly preImage: {
    readonly userPool: JsonObject;
    readonly mfaConfig: JsonObject;
    readonly takenAt: string;
    /** There where the memory had no room for more: what the trees lack, they don't say. */
    readonly changedLeavesOnly?: true;
  };
}

/**
 * What to remember of a look whose plan is about to be carried out.
 * @param findings what was found at first: a look between two calls finds less
 */
export const openOutcome = (
  frame: OutcomeFrame,
  findings: readonly Finding[],
  look: Look,
  { written, before = look }: Progress,
): OpenOutcome => ({
  id: frame.id,
  startedAt: frame.startedAt,
  causes: frame.causes,
  findings,
  changes: [...written, ...look.plan.changes],
  carried: before.plan.carried,
  preImage: {
    userPool: before.snapshot.userPool,
    mfaConfig: before.snapshot.mfaConfig,
    takenAt: before.snapshot.takenAt,
  },
});

/** True where every change stands as it was meant. */
export const isInPlace = (changes: readonly SettingChange[], snapshot: PoolSnapshot): boolean =>
  changes.every(({ setting, to }) => sameValue(readSetting(snapshot, settingAt(setting)), to));

/**
 * How far a process that is gone had come with an open outcome: the changes that stand, and the look before them.
 * @param look what is now
 */
export const progressOf = (open: OpenOutcome, look: Look): Progress => {
  const written = open.changes.filter((change) => isInPlace([change], look.snapshot));
  if (written.length === 0) return { written };
  const before = {
    ...look,
    snapshot: snapshotBefore(open, look.snapshot),
    plan: { ...look.plan, carried: open.carried },
  };
  return { written, before };
};
