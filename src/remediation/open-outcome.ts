import type { Cause } from '../change/cause.ts';
import type { Finding } from '../policy/finding.ts';
import type { JsonObject } from '../pool/json.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { sameValue } from '../pool/setting-value.ts';
import { settingAt } from '../pool/settings.ts';
import type { Look } from './look.ts';
import type { OutcomeFrame } from './make-outcome.ts';
import type { Refusal } from './refusal.ts';
import type { SettingChange } from './setting-change.ts';

/** What is remembered before a write, so that a crash can be finished and a remediation undone. */
export interface OpenOutcome {
  readonly id: string;
  readonly startedAt: string;
  readonly causes: readonly Cause[];
  readonly findings: readonly Finding[];
  readonly changes: readonly SettingChange[];
  readonly refusals: readonly Refusal[];
  readonly carried: number;
  /** The pool just before the write, as AWS described it. */
  readonly preImage: {
    readonly userPool: JsonObject;
    readonly mfaConfig: JsonObject;
    readonly takenAt: string;
  };
}

/** What to remember of a look whose plan is about to be carried out. */
export const openOutcome = (frame: OutcomeFrame, { snapshot, evaluation, plan }: Look): OpenOutcome => ({
  id: frame.id,
  startedAt: frame.startedAt,
  causes: frame.causes,
  findings: evaluation.findings,
  changes: plan.changes,
  refusals: plan.refusals,
  carried: plan.carried,
  preImage: { userPool: snapshot.userPool, mfaConfig: snapshot.mfaConfig, takenAt: snapshot.takenAt },
});

/** True where everything that the open outcome meant to change stands as it meant it. */
export const isInPlace = (changes: readonly SettingChange[], snapshot: PoolSnapshot): boolean =>
  changes.every(({ setting, to }) => sameValue(readSetting(snapshot, settingAt(setting)), to));
