import type { Setting } from '../../pool/setting.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import type { SettingPath } from '../../pool/settings.ts';
import { isWeaker } from '../is-weaker.ts';
import { remediesOf, type Step } from '../remedies.ts';
import type { LocalMistake, Requirement } from './rule-requirement.ts';

/** A member of a rule that permits or directs a remedy, and what kind of remedy needs it. */
interface Term {
  readonly member: 'allowWeakening' | 'factor' | 'allowLockOut' | 'allowCost';
  isNeeded(step: Step, setting: Setting): boolean;
  /** What stands in a rule that doesn't need it. */
  readonly unneeded: string;
  /** What to know of a remediating rule that needs it and doesn't have it, for the first such remedy. */
  warning?(step: Step): string;
}

const mfa: SettingPath = 'MfaConfiguration';
const firstFactors: SettingPath = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const tier: SettingPath = 'UserPoolTier';

const terms: readonly Term[] = [
  {
    member: 'allowWeakening',
    isNeeded: ({ from, to }, setting) => isWeaker(from, to, setting),
    unneeded: 'This rule only makes pools safer: take allowWeakening away.',
  },
  {
    member: 'factor',
    isNeeded: ({ from }, { path }) => path === mfa && from === 'OFF',
    unneeded: `Only a rule on ${mfa} whose remedy turns it on needs a factor: take it away.`,
  },
  {
    member: 'allowLockOut',
    isNeeded: ({ from, to }, { path }) =>
      (path === mfa && to === 'ON') || (path === firstFactors && loses(from, to)),
    unneeded: 'No remedy of this rule can lock users out: take allowLockOut away.',
    warning: ({ from, to }) =>
      `A remedy of this rule can lock users out, from ${showValue(from)} to ${showValue(to)}: without allowLockOut: a ticket, Lifeguard refuses it.`,
  },
  {
    member: 'allowCost',
    isNeeded: (step, setting) => setting.path === tier && isWeaker(step.to, step.from, setting),
    unneeded: 'No remedy of this rule raises what users cost: take allowCost away.',
    warning: ({ from, to }) =>
      `A remedy of this rule can raise what every active user costs, from ${showValue(from)} to ${showValue(to)}: without allowCost: a ticket, Lifeguard refuses it.`,
  },
];

/**
 * Holds what a rule permits against what its remedies do.
 * @param rule the rule as it was written
 * @returns a mistake for each member that the rule doesn't need, and warnings of what would be refused for
 *   the lack of one
 */
export const ruleTickets = (
  rule: { readonly [member: string]: unknown },
  setting: Setting,
  { constraint }: Requirement,
  { mode, remediateTo }: { readonly mode: unknown; readonly remediateTo?: SettingValue | undefined },
): { readonly mistakes: readonly LocalMistake[]; readonly warnings: readonly LocalMistake[] } => {
  const steps = remediesOf(constraint, setting, remediateTo);
  const judged = terms.map((term) => ({
    ...term,
    given: typeof rule[term.member] === 'string',
    first: steps.find((step) => term.isNeeded(step, setting)),
  }));
  return {
    mistakes: judged.flatMap(({ member, given, first, unneeded }) =>
      given && !first ? [{ in: [member], message: unneeded }] : [],
    ),
    warnings: judged.flatMap(({ given, first, warning }) =>
      mode === 'remediate' && !given && first && warning
        ? [{ in: ['setting'], message: warning(first) }]
        : [],
    ),
  };
};

const loses = (from: SettingValue, to: SettingValue): boolean =>
  Array.isArray(from) && Array.isArray(to) && from.some((member) => !to.includes(member));
