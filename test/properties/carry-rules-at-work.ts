import type { JsonObject } from '../../src/pool/json.ts';
import { settingAt } from '../../src/pool/settings.ts';
import type { CarryStep } from '../../src/remediation/carry/carry-rule.ts';
import { afterChanges, beforeChanges } from '../../src/remediation/carry/carry-rules.ts';
import { encodeSetting } from '../../src/remediation/encode-setting.ts';
import { callFor } from '../../src/remediation/planned-call.ts';
import { withMember } from '../../src/remediation/request-tree.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';

/** The carry rules that have something to do for a pool with these changes to it. */
export const carryRulesAtWork = (
  userPool: JsonObject,
  changes: readonly SettingChange[],
): readonly string[] => {
  const own = changes.filter(({ setting }) => callFor(setting) === 'UpdateUserPool');
  let tree = userPool;
  const atWork = (step: CarryStep): readonly string[] => {
    const before = JSON.stringify(tree);
    tree = step(tree, own);
    return JSON.stringify(tree) === before ? [] : [step.name];
  };
  const first = beforeChanges.flatMap(atWork);
  for (const { setting, to } of own)
    tree = withMember(tree, setting, encodeSetting(to, settingAt(setting), undefined));
  return [...first, ...afterChanges.flatMap(atWork)];
};
