import { settingAt } from '../pool/settings.ts';
import type { ExemptedRule, Exemption } from './exemption.ts';
import { implies } from './implies.ts';
import type { Loosening } from './loosened.ts';
import type { EnforcedPolicies } from './policy.ts';

/** Exemptions that weren't there, last longer, or have no floor or a looser one, per rule that they lift. */
export const loosenedExemptions = (before: EnforcedPolicies, after: EnforcedPolicies): readonly Loosening[] =>
  after.exemptions.flatMap((exemption) =>
    exemption.rules.flatMap((exempted): Loosening[] => {
      const verdicts = exemption.pools.map((pool) => verdictOn(exemption, exempted, pool, before, after));
      return (['exemption-added', 'exemption-extended', 'exemption-loosened'] as const).flatMap((kind) => {
        const count = verdicts.filter((verdict) => verdict === kind).length;
        if (count === 0) return [];
        const message = `${exempted.rule} ${says[kind]} for ${count === 1 ? 'one pool' : `${count} pools`} until ${exemption.expires}, under ${exemption.ticket}${floorOf(exempted)}.`;
        return [{ kind, rule: exempted.rule, message, source: exemption.source }];
      });
    }),
  );

type Verdict = Extract<Loosening['kind'], `exemption-${string}`>;

const says: { readonly [Kind in Verdict]: string } = {
  'exemption-added': 'has a new exemption',
  'exemption-extended': 'has a longer exemption',
  'exemption-loosened': 'has a looser exemption',
};

const floorOf = ({ floor }: ExemptedRule): string => (floor ? `, down to ${floor.required}` : '');

const verdictOn = (
  { granted, expires }: Exemption,
  exempted: ExemptedRule,
  pool: string,
  before: EnforcedPolicies,
  after: EnforcedPolicies,
): Verdict | undefined => {
  const earlier = before.exemptions.filter(
    ({ pools, rules }) => pools.includes(pool) && rules.some(({ rule }) => rule === exempted.rule),
  );
  if (earlier.length === 0) return 'exemption-added';
  const covering = earlier.filter((was) => was.granted <= granted && was.expires >= expires);
  if (covering.length === 0) return 'exemption-extended';
  return covering.some(({ rules }) =>
    rules.some((was) => was.rule === exempted.rule && isNoLooser(exempted, was, after)),
  )
    ? undefined
    : 'exemption-loosened';
};

const isNoLooser = (is: ExemptedRule, was: ExemptedRule, { policies }: EnforcedPolicies): boolean => {
  if (!was.floor) return true;
  if (!is.floor) return false;
  const rule = policies.flatMap(({ rules }) => rules).find(({ id }) => id === is.rule);
  return rule !== undefined && implies(is.floor.constraint, was.floor.constraint, settingAt(rule.setting));
};
