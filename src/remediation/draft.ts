import { holds } from '../policy/constraints/holds.ts';
import type { Target } from '../policy/evaluate.ts';
import type { RemediationTerms } from '../policy/policy.ts';
import { isJsonObject } from '../pool/json.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { type SettingValue, sameValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import type { PlanOptions } from './plan-options.ts';
import type { Refusal } from './refusal.ts';
import type { Because, SettingChange } from './setting-change.ts';

/** A plan in the making: what is still wanted, and what has been refused. */
export interface Draft {
  readonly snapshot: PoolSnapshot;
  /** The changes that rules ask for and that have not been refused. */
  readonly wanted: readonly SettingChange[];
  /** These, with what they force. */
  readonly changes: readonly SettingChange[];
  readonly refusals: readonly Refusal[];
  /** What rules say, beside their constraint, of how their setting may be changed. */
  readonly terms: ReadonlyMap<SettingPath, RemediationTerms>;
  /** What remediating rules ask, of settings that are right now too. */
  readonly asked: ReadonlyMap<SettingPath, Target>;
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

/** The entries of a map setting's value; none where the pool doesn't have it. */
export const entriesOf = (value: SettingValue): { readonly [key: string]: string } =>
  isJsonObject(value) ? value : {};

/** True where the draft changes the setting. */
export const changesSetting = ({ changes }: Draft, path: SettingPath): boolean =>
  changes.some(({ setting }) => setting === path);

/** True where no remediating rule forbids the setting to have this value. */
export const isAllowed = ({ asked }: Draft, path: SettingPath, value: SettingValue): boolean => {
  const target = asked.get(path);
  return target?.kind !== 'required' || holds(target.constraint, value, settingAt(path));
};

/**
 * Adds a change that AWS forces because of another one, or has a change that a rule asks for go further, as far as the
 * rule allows it.
 * @param forcedBy the setting whose change forces it: when that one is refused, this one goes with it
 */
export const withCoupling = (
  draft: Draft,
  setting: SettingPath,
  to: SettingValue,
  coupling: { readonly coupling: string; readonly reason: string; readonly forcedBy: SettingPath },
): Draft => {
  const from = valueNow(draft, setting);
  const why: Because = { kind: 'coupling', ...coupling };
  const known = draft.changes.find((change) => change.setting === setting);
  if (sameValue(known ? known.to : from, to) || (known && !isAllowed(draft, setting, to))) return draft;
  const change: SettingChange = { setting, from, to, because: known ? [...known.because, why] : [why] };
  return {
    ...draft,
    changes: known
      ? draft.changes.map((each) => (each === known ? change : each))
      : [...draft.changes, change],
  };
};

/**
 * Takes changes out of a draft and says why. What they force goes with them; of a change that is forced, what forced it
 * is refused.
 */
export const refuse = (
  draft: Draft,
  settings: readonly SettingPath[],
  refusal: Omit<Refusal, 'settings'>,
): Draft => {
  const out = rootsOf(draft, settings);
  const wanted = draft.wanted.filter(({ setting }) => !out.has(setting));
  if (wanted.length === draft.wanted.length) return draft;
  const refused = draft.wanted.flatMap(({ setting }) => (out.has(setting) ? [setting] : []));
  const refusals = [...draft.refusals, { ...refusal, settings: refused }];
  return { ...draft, wanted, changes: wanted, refusals };
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

/** The settings whose changes rules ask for and that bring these changes about. */
const rootsOf = ({ changes }: Draft, settings: readonly SettingPath[]): ReadonlySet<SettingPath> => {
  const roots = new Set<SettingPath>();
  const seen = new Set<SettingPath>();
  const trace = (path: SettingPath): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const forces = changes
      .find(({ setting }) => setting === path)
      ?.because.flatMap((why) => (why.kind === 'coupling' ? [why.forcedBy] : []));
    if (!forces || forces.length === 0) roots.add(path);
    else forces.forEach(trace);
  };
  settings.forEach(trace);
  return roots;
};
