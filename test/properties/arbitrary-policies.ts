import fc from 'fast-check';
import type { Policy, PolicySet, Rule } from '../../src/policy/policy.ts';
import { type KnownSetting, settings } from '../../src/pool/settings.ts';
import type { PlanOptions } from '../../src/remediation/plan-options.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { arbitraryMeeting, arbitraryRule, governable } from './arbitrary-rule.ts';
import { themes } from './asked-together.ts';

/** What is asked of a pool: the policies and what the deployment permits. */
export interface Demand {
  readonly policies: PolicySet;
  readonly options: PlanOptions;
}

const settingsOf = (theme: RegExp): readonly KnownSetting[] =>
  governable.filter(({ path }) => theme.test(path));

const arbitraryRules: fc.Arbitrary<readonly Rule[]> = fc
  .oneof(...themes.map(([weight, of]) => ({ weight, arbitrary: fc.constant(settingsOf(of)) })))
  .chain((themed) =>
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: arbitraryMeeting },
        {
          weight: 15,
          arbitrary: fc
            .shuffledSubarray([...themed], {
              minLength: Math.min(2, themed.length),
              maxLength: Math.min(5, themed.length),
            })
            .chain((distinct) => fc.tuple(...distinct.map(arbitraryRule))),
        },
      ),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...themed).chain(arbitraryRule), { maxLength: 2 }) },
        {
          weight: 2,
          arbitrary: fc.array(fc.constantFrom(...governable).chain(arbitraryRule), { maxLength: 3 }),
        },
      ),
    ),
  )
  .map(([themed, others]) =>
    [...themed, ...others]
      .filter((rule) => rule !== undefined)
      .map((rule, index) => ({ ...rule, id: `rule-${index}`, source: { ...rule.source, line: index + 1 } })),
  );

const sensitiveGroups = [
  ...new Set(settings.flatMap(({ path, sensitive }) => (sensitive ? [path.split('.')[0] ?? path] : []))),
];

/** Any policies: one or two files, several rules on a setting, all operators, modes and terms; a tier that is remembered or none. */
export const arbitraryDemand: fc.Arbitrary<Demand> = fc
  .record({
    rules: arbitraryRules,
    cut: fc.nat({ max: 4 }),
    remediateSensitive: fc.oneof(
      { weight: 3, arbitrary: fc.constant(sensitiveGroups) },
      { weight: 1, arbitrary: fc.subarray(sensitiveGroups) },
    ),
    unknownSettings: fc.constantFrom('carry', 'carry', 'carry', 'refuse'),
    tierBefore: fc.constantFrom(undefined, undefined, 'ESSENTIALS', 'PLUS'),
  } as const)
  .map(({ rules, cut, remediateSensitive, unknownSettings, tierBefore }) => ({
    policies: aPolicySet({
      policies: [policyOf('first', rules.slice(0, cut)), policyOf('second', rules.slice(cut))],
    }),
    options: { remediateSensitive, unknownSettings, ...(tierBefore && { tierBefore }) },
  }));

const policyOf = (name: string, rules: readonly Rule[]): Policy => aPolicy({ name, rules });
