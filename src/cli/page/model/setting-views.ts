import { evaluate } from '../../../policy/evaluate.ts';
import { type PolicySet, severities } from '../../../policy/policy.ts';
import type { StandingRule } from '../../../policy/standing-rule.ts';
import { type PoolSnapshot, readSetting } from '../../../pool/pool-snapshot.ts';
import type { KnownSetting } from '../../../pool/settings.ts';
import type { RuleView, SettingMoveView, SettingView } from '../page-data.ts';
import { shownSettings } from './setting-moves.ts';
import { shown, shownValue } from './shown.ts';

/** What a pool's settings have gone through since the sandbox began: by setting, the newest move first. */
export type MovesBySetting = ReadonlyMap<string, readonly SettingMoveView[]>;

/**
 * A pool's settings as they are, with what policy says of each and who moved it.
 * @param today the day in UTC, `2026-11-23`: which exemptions count
 * @returns those that rules speak of first, the gravest before the others
 */
export const settingViews = (
  snapshot: PoolSnapshot,
  policies: PolicySet,
  today: string,
  moves: MovesBySetting,
): readonly SettingView[] => {
  const { standing, findings } = evaluate(snapshot, policies, { ceiling: 'remediate', today });
  const broken = new Set(findings.map(({ policy, rule }) => `${policy}\n${rule}`));
  const ruleView = (each: StandingRule): RuleView => ({
    rule: each.rule.id,
    at: each.at,
    severity: each.rule.severity,
    required: shownRequired(each),
    why: each.rule.why,
    holds: !broken.has(`${each.policy.name}\n${each.rule.id}`),
    ...noteOn(each),
  });
  const rulesOn = Map.groupBy(standing, ({ rule }) => rule.setting);
  const fresh = freshSince(moves);
  const view = (setting: KnownSetting): SettingView => {
    const value = readSetting(snapshot, setting);
    const moved = moves.get(setting.path) ?? [];
    return {
      setting: setting.path,
      meaning: setting.meaning,
      value: shownValue(setting.path, value),
      isSet: value !== null,
      rules: (rulesOn.get(setting.path) ?? []).map(ruleView).toSorted((a, b) => rankOf(a) - rankOf(b)),
      moves: moved,
      isFresh: moved.some(({ at }) => at >= fresh),
    };
  };
  return shownSettings.map(view).toSorted((a, b) => placeOf(a) - placeOf(b));
};

const shownRequired = ({ rule, enforced }: StandingRule): string =>
  shownValue(rule.setting, (enforced ?? rule).required);

const noteOn = ({ exemption, mode }: StandingRule): { readonly note?: string } => {
  if (exemption) return { note: shown(`exempt until ${exemption.expires} (${exemption.ticket})`) };
  return mode === 'notify' ? { note: 'notify only' } : {};
};

const rankOf = ({ severity }: RuleView): number => severities.indexOf(severity);

/** Settings without a rule come last, in the order of the catalogue. */
const placeOf = ({ rules: [first] }: SettingView): number => (first ? rankOf(first) : severities.length);

/** When somebody other than Lifeguard last moved anything: what moved then, and since, is fresh. */
const freshSince = (moves: MovesBySetting): string =>
  [...moves.values()]
    .flat()
    .filter(({ isLifeguard }) => !isLifeguard)
    .reduce((latest, { at }) => (at > latest ? at : latest), '');
