import type { Constraint } from '../policy/constraint.ts';
import { holds } from '../policy/constraints/holds.ts';
import type { Mode, Policy, PolicySet, Rule } from '../policy/policy.ts';
import { exemptionFor, type StandingRule, standingRule } from '../policy/standing-rule.ts';
import { poolRefFromArn } from '../pool/pool-ref.ts';
import { sameValue } from '../pool/setting-value.ts';
import { type KnownSetting, settingAt } from '../pool/settings.ts';
import type { DeclaredPool } from './declared-pool.ts';
import { type DeclaredBinding, declaredBinding, type Whereabouts } from './declared-scope.ts';
import { declaredSetting, type Outlook } from './declared-setting.ts';
import type { DeclaredPlace } from './declared-value.ts';

/** What decides a judgement. */
export type Status = 'violation' | 'exempted' | 'undetermined' | 'compliant';

/** How one rule stands at one declared pool. */
export interface Judgement {
  readonly status: Status;
  readonly pool: DeclaredPool;
  readonly policy: Policy;
  readonly rule: Rule;
  /** The rule's own requirement, or an exemption's floor. */
  readonly required: string;
  readonly constraint: Constraint;
  /** Where the setting stands, or the nearest thing around it. */
  readonly place: DeclaredPlace;
  /** What it will be, where that is one thing. */
  readonly found?: Outlook & { readonly kind: 'known' };
  /** What it depends on: `condition IsProduction`. */
  readonly on: readonly string[];
  /** Why it isn't known, a clause; there where it is undetermined. */
  readonly reason?: string;
  /** The ticket of the exemption that accepts it, or that names the rule for some pool that this one can be. */
  readonly ticket?: string;
}

export interface JudgeOptions extends Whereabouts {
  /** The day in UTC, which exemptions are held against. */
  readonly today: string;
}

/** Holds a declared pool against every rule that binds it or may bind it, in the order of the files. */
export const judge = (
  pool: DeclaredPool,
  policies: PolicySet,
  { today, ...said }: JudgeOptions,
): readonly Judgement[] => {
  const ref = pool.arn === undefined ? undefined : poolRefFromArn(pool.arn);
  const account = ref?.accountId ?? said.account;
  const region = pool.region ?? ref?.region ?? said.region;
  const where = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
  return policies.policies.flatMap((policy) => {
    const binding = declaredBinding(policy.appliesTo, pool, where);
    if (binding === 'free') return [];
    return policy.rules.flatMap((rule) => {
      if (rule.mode === 'off') return [];
      const mode: Exclude<Mode, 'off'> = rule.mode;
      const exemption = pool.arn === undefined ? undefined : exemptionFor(rule, pool.arn, policies, today);
      const standing = standingRule(policy, rule, mode, exemption);
      const judged = judgeRule(standing, pool, binding);
      const elsewhere =
        pool.arn === undefined && judged.status === 'violation'
          ? ticketElsewhere(rule, policies, today)
          : undefined;
      return [elsewhere === undefined ? judged : { ...judged, ticket: elsewhere }];
    });
  });
};

/** A ticket under which the rule rests on some pool today: a template doesn't tell whether on this one. */
const ticketElsewhere = (rule: Rule, { exemptions }: PolicySet, today: string): string | undefined =>
  exemptions.find(
    ({ rules, granted, expires }) =>
      rules.some((exempted) => exempted.rule === rule.id) && granted <= today && today <= expires,
  )?.ticket;

const judgeRule = (standing: StandingRule, pool: DeclaredPool, binding: DeclaredBinding): Judgement => {
  const { policy, rule } = standing;
  const setting = settingAt(rule.setting);
  const { all, on } = declaredSetting(pool, setting);
  const opinions = all.map((outlook) => ({ outlook, ...opinionOn(outlook, standing, setting) }));
  const statuses = new Set(opinions.map(({ status }) => status));
  const [first] = opinions;
  const open = opinions.find(({ status }) => status === 'undetermined');
  const wrong = opinions.find(({ status }) => status === 'violation') ?? open ?? first;
  const base = {
    pool,
    policy,
    rule,
    required: standing.enforced?.required ?? rule.required,
    constraint: standing.enforced?.constraint ?? rule.constraint,
    place: wrong?.outlook.place ?? pool.place,
    on,
    ...(standing.exemption && { ticket: standing.exemption.ticket }),
  };
  const found = oneValue(all);
  const [only] = statuses;
  if (statuses.size === 1 && only !== undefined && only !== 'undetermined') {
    // A rule that may not bind is no violation yet; one that holds holds either way.
    if (only !== 'compliant' && typeof binding === 'object')
      return { ...base, status: 'undetermined', reason: binding.reason, ...(found && { found }) };
    return { ...base, status: only, ...(found && { found }) };
  }
  const reason = open?.reason ?? `it depends on ${on.join(' and ')}`;
  return { ...base, status: 'undetermined', reason };
};

const oneValue = (all: readonly Outlook[]): (Outlook & { readonly kind: 'known' }) | undefined => {
  const [first] = all;
  if (first?.kind !== 'known') return undefined;
  const isOne = all.every((each) => each.kind === 'known' && sameValue(each.value, first.value));
  return isOne ? first : undefined;
};

const opinionOn = (
  outlook: Outlook,
  { rule, enforced }: StandingRule,
  setting: KnownSetting,
): { readonly status: Status; readonly reason?: string } => {
  if (outlook.kind === 'unknown')
    return outlook.there && rule.constraint.kind === 'present'
      ? { status: 'compliant' }
      : { status: 'undetermined', reason: outlook.reason };
  const untold = 'untold' in outlook ? untoldKey(rule.constraint, outlook.untold) : undefined;
  if (untold !== undefined) return { status: 'undetermined', reason: untold };
  if (holds(rule.constraint, outlook.value, setting)) return { status: 'compliant' };
  const isTolerated = !enforced || holds(enforced.constraint, outlook.value, setting);
  return { status: isTolerated ? 'exempted' : 'violation' };
};

/** Why a rule can't be held against a map: it asks for the text of a key whose text isn't known. */
const untoldKey = (
  constraint: Constraint,
  untold: ReadonlyMap<string, string> | undefined,
): string | undefined => {
  if (!untold || constraint.kind !== 'entries') return undefined;
  const asked = constraint.pairs.find(([key]) => untold.has(key));
  return asked && `the text of ${asked[0]} is not known: ${untold.get(asked[0])}`;
};
