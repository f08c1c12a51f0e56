import type { RemediationTerms } from '../policy/policy.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { type SettingValue, sameValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import type { PlanOptions } from './plan-options.ts';
import type { Refusal } from './refusal.ts';
import type { SettingChange } from './setting-change.ts';

/** A plan in the making: what is still wanted, and what has been refused. */
export interface Draft {
  readonly snapshot: PoolSnapshot;
  readonly changes: readonly SettingChange[];
  readonly refusals: readonly Refusal[];
  /** What rules say, beside their constraint, of how their setting may be changed. */
  readonly terms: ReadonlyMap<SettingPath, RemediationTerms>;
  readonly options: PlanOptions;
}

/**
 * One thing that AWS forces or refuses. It looks at the pool as the draft would leave it, and adds a coupled
 * change, or takes changes out and says why. A draft that it has nothing to say of comes back as it was.
 */
export type DraftRule = (draft: Draft) => Draft;

/** A setting's value as the draft would leave it. */
export const valueIn = ({ snapshot, changes }: Draft, path: SettingPath): SettingValue => {
  const change = changes.find(({ setting }) => setting === path);
  return change ? change.to : readSetting(snapshot, settingAt(path));
};

/** A setting's value as it is now. */
export const valueNow = ({ snapshot }: Draft, path: SettingPath): SettingValue =>
  readSetting(snapshot, settingAt(path));

/** The members of a list setting as the draft would leave it; none where the pool doesn't have it. */
export const membersIn = (draft: Draft, path: SettingPath): readonly string[] => {
  const value = valueIn(draft, path);
  return Array.isArray(value) ? value : [];
};

/** True where the draft changes the setting. */
export const changesSetting = ({ changes }: Draft, path: SettingPath): boolean =>
  changes.some(({ setting }) => setting === path);

/**
 * Adds a change that AWS forces because of another one.
 * @param forcedBy the setting whose change forces it: when that one is refused, this one goes with it
 */
export const withCoupling = (
  draft: Draft,
  setting: SettingPath,
  to: SettingValue,
  coupling: { readonly coupling: string; readonly reason: string; readonly forcedBy: SettingPath },
): Draft => {
  if (changesSetting(draft, setting)) return draft;
  const from = valueNow(draft, setting);
  if (sameValue(from, to)) return draft;
  return {
    ...draft,
    changes: [...draft.changes, { setting, from, to, because: [{ kind: 'coupling', ...coupling }] }],
  };
};

/** Takes changes out of a draft and says why; what they force, and what forced them, goes with them. */
export const refuse = (
  draft: Draft,
  settings: readonly SettingPath[],
  refusal: Omit<Refusal, 'settings'>,
): Draft => {
  const out = entangled(draft, settings);
  const changes = draft.changes.filter(({ setting }) => !out.has(setting));
  if (changes.length === draft.changes.length) return draft;
  const refused = draft.changes
    .filter(({ setting, because }) => out.has(setting) && because.some(({ kind }) => kind === 'rule'))
    .map(({ setting }) => setting);
  return { ...draft, changes, refusals: [...draft.refusals, { ...refusal, settings: refused }] };
};

/**
 * Refuses one of the changes that together bring about what AWS refuses: the first of these settings that the
 * draft changes. A pool that is so already, without us, is left as it is.
 */
export const refuseFirst = (
  draft: Draft,
  settings: readonly SettingPath[],
  refusal: Omit<Refusal, 'settings'>,
): Draft => {
  const first = settings.find((setting) => changesSetting(draft, setting));
  return first ? refuse(draft, [first], refusal) : draft;
};

/** The settings, with those whose changes they force or are forced by. */
const entangled = ({ changes }: Draft, settings: readonly SettingPath[]): ReadonlySet<SettingPath> => {
  const out = new Set(settings);
  for (let size = 0; size !== out.size; ) {
    size = out.size;
    for (const { setting, because } of changes)
      for (const why of because) {
        if (why.kind !== 'coupling') continue;
        if (out.has(why.forcedBy)) out.add(setting);
        if (out.has(setting)) out.add(why.forcedBy);
      }
  }
  return out;
};
