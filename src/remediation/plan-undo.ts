import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { sameValue } from '../pool/setting-value.ts';
import { settingAt } from '../pool/settings.ts';
import type { Plan } from './plan.ts';
import { planChanges } from './plan-changes.ts';
import type { PlanOptions } from './plan-options.ts';
import type { Refusal } from './refusal.ts';
import type { Because, SettingChange } from './setting-change.ts';

export interface UndoOptions extends PlanOptions {
  /** True once the undo may have begun: what has its former value already is done, not moved. */
  readonly hasBegun?: boolean;
}

/**
 * Makes the plan that takes changes back: each setting that was changed gets its former value, and nothing else moves
 * but what AWS forces. Where one of them has been changed again since, none is taken back. Pure.
 * @param changes what a remediation has written
 */
export const planUndo = (
  snapshot: PoolSnapshot,
  changes: readonly SettingChange[],
  why: Because,
  { hasBegun = false, ...options }: UndoOptions,
): Plan => {
  const moved = changes.filter(({ setting, from, to }) => {
    const now = readSetting(snapshot, settingAt(setting));
    return !sameValue(now, to) && !(hasBegun && sameValue(now, from));
  });
  if (moved.length > 0) {
    const settings = moved.map(({ setting }) => setting);
    const isBack = changes.every(({ setting, from }) =>
      sameValue(readSetting(snapshot, settingAt(setting)), from),
    );
    const refusal: Refusal = {
      code: 'changed-since',
      settings,
      reason: isBack
        ? `Everything has its former value already: ${settings.join(', ')}.`
        : `Changed since: ${settings.join(', ')}.`,
      next: isBack
        ? 'Nothing is left to take back: it was undone before, or somebody set it back.'
        : 'Look who changed it and decide; lifeguard set sets one setting and carries the others.',
    };
    return { changes: [], refusals: [refusal], calls: [], carried: 0 };
  }
  return planChanges(
    snapshot,
    changes.map(({ setting, from }) => ({ setting, to: from, why })),
    options,
  );
};
