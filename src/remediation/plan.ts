import { nearest } from '../policy/constraints/nearest.ts';
import type { Evaluation, Target } from '../policy/evaluate.ts';
import type { JsonObject } from '../pool/json.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { settingAt } from '../pool/settings.ts';
import { countCarried } from './count-carried.ts';
import { mergeUpdate } from './merge-update.ts';
import type { Refusal } from './refusal.ts';
import { refuseForTier } from './refusals/needs-tier.ts';
import type { SettingChange } from './setting-change.ts';

/** What will be done: which settings change and why, which won't and why, and the request that does it. */
export interface Plan {
  readonly changes: readonly SettingChange[];
  readonly refusals: readonly Refusal[];
  /** The complete UpdateUserPool body; absent where nothing is to be changed. */
  readonly request?: JsonObject;
  /** How many settings the request carries forward unchanged. */
  readonly carried: number;
}

/** Makes the plan that brings a pool to what policy requires. Pure: nothing is read or written. */
export const planFor = (snapshot: PoolSnapshot, evaluation: Evaluation): Plan => {
  const steps = [...evaluation.targets].map(([setting, target]) => step(snapshot, setting, target));
  const wanted = steps.flatMap((each) => ('change' in each ? [each.change] : []));
  const refused = steps.flatMap((each) => ('refusal' in each ? [each.refusal] : []));
  const { allowed: changes, refusals } = refuseForTier(snapshot, wanted);
  if (changes.length === 0) return { changes, refusals: [...refused, ...refusals], carried: 0 };
  const request = mergeUpdate(snapshot, changes);
  return {
    changes,
    refusals: [...refused, ...refusals],
    request,
    carried: countCarried(request, snapshot, changes),
  };
};

type Step = { readonly change: SettingChange } | { readonly refusal: Refusal };

const step = (snapshot: PoolSnapshot, path: SettingChange['setting'], target: Target): Step => {
  if (target.kind === 'conflict')
    return {
      refusal: {
        code: 'policies-conflict',
        settings: [path],
        reason: `No value of ${path} satisfies all rules that bind this pool: ${target.rules
          .map(({ rule, at }) => `${rule} (${at})`)
          .join(', ')}.`,
        next: 'Loosen one of these rules, or narrow the scope of its policy.',
      },
    };
  const setting = settingAt(path);
  const from = readSetting(snapshot, setting);
  const remedy = nearest(target.constraint, from, setting);
  if (remedy.kind === 'no-remedy')
    return {
      refusal: {
        code: 'no-remedy',
        settings: [path],
        reason: remedy.reason,
        next: 'Set the value by hand, or name it in the rule.',
      },
    };
  const [first, ...others] = target.rules.map(({ rule, at }) => ({ kind: 'rule', rule, at }) as const);
  if (!first) throw new Error(`A target for ${path} names no rule.`);
  return { change: { setting: path, from, to: remedy.value, because: [first, ...others] } };
};
