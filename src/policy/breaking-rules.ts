import type { SettingValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import { holds } from './constraints/holds.ts';
import type { PolicySet, Rule } from './policy.ts';

/**
 * The remediating rules that a value would break, whatever pools they bind: for judging a request before anybody has
 * looked at the pool that it was about.
 */
export const breakingRules = (
  { policies }: PolicySet,
  setting: SettingPath,
  value: SettingValue,
): readonly Rule[] =>
  policies
    .flatMap(({ rules }) => rules)
    .filter(
      (rule) =>
        rule.setting === setting &&
        rule.mode === 'remediate' &&
        !holds(rule.constraint, value, settingAt(setting)),
    );
