import type { SettingValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import type { Constraint } from './constraint.ts';
import { holds } from './constraints/holds.ts';
import type { Exemption } from './exemption.ts';
import type { AcceptedUnder } from './finding.ts';
import type { Mode, Policy, PolicySet, Rule, SourcePlace } from './policy.ts';

/** What a pool must satisfy, and the same in words. */
interface Requirement {
  readonly constraint: Constraint;
  readonly required: string;
}

/** A rule as it stands for one pool today, under the deployment's ceiling and with its exemption, if it has one. */
export interface StandingRule {
  readonly policy: Policy;
  readonly rule: Rule;
  /** `policies/baseline.yaml:14` */
  readonly at: string;
  readonly mode: Exclude<Mode, 'off'>;
  /** What is enforced: the rule's own constraint, an exemption's floor, or nothing. */
  readonly enforced?: Requirement;
  readonly exemption?: AcceptedUnder;
}

/**
 * Works out how a rule stands for a pool.
 * @param mode the rule's mode, or the deployment's ceiling where that is lower
 * @param exemption the one that counts for this rule and pool today
 */
export const standingRule = (
  policy: Policy,
  rule: Rule,
  mode: Exclude<Mode, 'off'>,
  exemption: Exemption | undefined,
): StandingRule => {
  const standing = { policy, rule, at: placeOf(rule.source), mode };
  if (!exemption) return { ...standing, enforced: rule };
  const floor = exemption.rules.find((exempted) => exempted.rule === rule.id)?.floor;
  const { ticket, approver, reason, expires } = exemption;
  return {
    ...standing,
    ...(floor && {
      enforced: { ...floor, required: `${floor.required} (exemption ${ticket} to ${rule.required})` },
    }),
    exemption: { ticket, approver, reason, expires, at: placeOf(exemption.source) },
  };
};

/** A rule that asks something of a pool today. */
export type EnforcedRule = StandingRule & Required<Pick<StandingRule, 'enforced'>>;

/** The rules that stand for a pool and that a value of a setting would break. */
export const rulesBrokenBy = (
  standing: readonly StandingRule[],
  setting: SettingPath,
  value: SettingValue,
): readonly EnforcedRule[] =>
  standing.filter(
    (each): each is EnforcedRule =>
      each.enforced !== undefined &&
      each.rule.setting === setting &&
      !holds(each.enforced.constraint, value, settingAt(setting)),
  );

/** The exemption that counts for a rule on a pool today: never one that has expired or has yet to begin. */
export const exemptionFor = (
  rule: Rule,
  poolArn: string,
  { exemptions }: PolicySet,
  today: string,
): Exemption | undefined =>
  exemptions.find(
    ({ pools, rules, granted, expires }) =>
      pools.includes(poolArn) &&
      rules.some((exempted) => exempted.rule === rule.id) &&
      granted <= today &&
      today <= expires,
  );

const placeOf = ({ file, line }: SourcePlace): string => `${file}:${line}`;
