import { type KnownSetting, settingAt } from '../pool/settings.ts';
import { containsScope } from './contains-scope.ts';
import { implies } from './implies.ts';
import { loosenedExemptions } from './loosened-exemptions.ts';
import {
  type EnforcedPolicies,
  modes,
  type Policy,
  type Rule,
  type SourcePlace,
  severities,
} from './policy.ts';

/** One way in which policies ask less than they did. */
export interface Loosening {
  readonly kind:
    | 'rule-removed'
    | 'rule-loosened'
    | 'scope-narrowed'
    | 'mode-lowered'
    | 'severity-lowered'
    | 'ticket-added'
    | 'exemption-added'
    | 'exemption-extended'
    | 'exemption-loosened';
  readonly rule: string;
  /** What it was and what it is, as a sentence that begins with the rule. */
  readonly message: string;
  /** Where it stands now; for a removed rule, where it stood. */
  readonly source: SourcePlace;
}

interface Placed {
  readonly policy: Policy;
  readonly rule: Rule;
}

/**
 * What was loosened between two states of the policies, rule by rule in the order of `before`, exemptions
 * last. Rules go by their ids. A removed rule that another one replaces in full is not listed; a scope that
 * may have been narrowed is, since patterns of names can't be compared.
 */
export const loosened = (before: EnforcedPolicies, after: EnforcedPolicies): readonly Loosening[] => [
  ...placedIn(before)
    .filter(({ rule }) => rule.mode !== 'off')
    .flatMap((was) => loosenedRule(was, placedIn(after))),
  ...loosenedExemptions(before, after),
];

const placedIn = ({ policies }: EnforcedPolicies): readonly Placed[] =>
  policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));

const loosenedRule = (was: Placed, all: readonly Placed[]): readonly Loosening[] => {
  const { id, setting, source } = was.rule;
  const is = all.find(({ rule }) => rule.id === id && rule.setting === setting);
  if (!is) {
    if (all.some((other) => replaces(other, was))) return [];
    const moved = all.find(({ rule }) => rule.id === id);
    const message = moved
      ? `${id} is about ${moved.rule.setting} now; it asked for ${was.rule.required} of ${setting}.`
      : `${id} was removed; it asked for ${was.rule.required} of ${setting}.`;
    return [{ kind: 'rule-removed', rule: id, message, source: moved?.rule.source ?? source }];
  }
  return differences(was, is, settingAt(setting)).map(({ kind, change }) => ({
    kind,
    rule: id,
    message: `${id} ${change}.`,
    source: is.rule.source,
  }));
};

const replaces = (other: Placed, was: Placed): boolean =>
  other.rule.setting === was.rule.setting &&
  differences(was, other, settingAt(was.rule.setting)).length === 0;

interface Difference {
  readonly kind: Loosening['kind'];
  /** Whether there is one. */
  readonly is: boolean;
  readonly change: string;
}

const differences = (was: Placed, is: Placed, setting: KnownSetting): readonly Difference[] => {
  const [old, now] = [was.rule, is.rule];
  const compared: readonly Difference[] = [
    {
      kind: 'rule-loosened',
      is: !implies(now.constraint, old.constraint, setting),
      change: `asks for ${now.required} instead of ${old.required}`,
    },
    {
      kind: 'scope-narrowed',
      is: !containsScope(is.policy.appliesTo, was.policy.appliesTo),
      change: 'may no longer bind every pool that it bound: its policy’s appliesTo has changed',
    },
    {
      kind: 'mode-lowered',
      is: modes.indexOf(now.mode) < modes.indexOf(old.mode),
      change: `has mode ${now.mode} instead of ${old.mode}`,
    },
    {
      kind: 'severity-lowered',
      is: severities.indexOf(now.severity) > severities.indexOf(old.severity),
      change: `has severity ${now.severity} instead of ${old.severity}`,
    },
    ...ticketsOf(now).map(
      ({ member, ticket }): Difference => ({
        kind: 'ticket-added',
        is: !ticketsOf(old).some((had) => had.member === member),
        change: `has ${member}: ${ticket}`,
      }),
    ),
  ];
  return compared.filter((each) => each.is);
};

const ticketsOf = ({
  allowWeakening,
  terms: { allowLockOut, allowCost } = {},
}: Rule): readonly { readonly member: string; readonly ticket: string }[] =>
  Object.entries({ allowWeakening, allowLockOut, allowCost }).flatMap(([member, ticket]) =>
    ticket === undefined ? [] : [{ member, ticket }],
  );
