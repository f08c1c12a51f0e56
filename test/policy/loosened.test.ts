import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exemption } from '../../src/policy/exemption.ts';
import { loosened } from '../../src/policy/loosened.ts';
import type { Policy, PolicySet, Rule } from '../../src/policy/policy.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aRule } from '../support/a-rule.ts';
import { anExemption } from '../support/an-exemption.ts';
import { constraintOn, governable } from './constraints/arbitrary-constraint.ts';

const pool = (id: string): string => `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_${id}`;

const withRules = (...rules: readonly Rule[]): PolicySet => aPolicySet({ policies: [aPolicy({ rules })] });
const withPolicy = (overrides: Partial<Policy>): PolicySet => aPolicySet({ policies: [aPolicy(overrides)] });
const withExemption = (overrides: Partial<Exemption> = {}): PolicySet =>
  aPolicySet({ exemptions: [anExemption(overrides)] });
const floor = (atLeast: number) => [
  {
    rule: 'password-minimum-length',
    floor: { constraint: aRule({ asks: { atLeast } }).constraint, required: `at least ${atLeast}` },
  },
];

const told = (before: PolicySet, after: PolicySet): string[] =>
  loosened(before, after).map(({ kind, message }) => `${kind}: ${message}`);

describe('loosened', () => {
  it.each<[string, PolicySet, PolicySet, string]>([
    [
      'a rule that is gone',
      withRules(aRule(), aRule({ id: 'other', setting: 'DeletionProtection', asks: { equals: 'ACTIVE' } })),
      withRules(aRule()),
      'rule-removed: other was removed; it asked for ACTIVE of DeletionProtection.',
    ],
    [
      'a rule that is about another setting',
      withRules(aRule()),
      withRules(aRule({ setting: 'DeletionProtection', asks: { equals: 'ACTIVE' } })),
      'rule-removed: password-minimum-length is about DeletionProtection now; it asked for at least 14 of Policies.PasswordPolicy.MinimumLength.',
    ],
    [
      'a lower bound',
      withRules(aRule()),
      withRules(aRule({ asks: { atLeast: 8 } })),
      'rule-loosened: password-minimum-length asks for at least 8 instead of at least 14.',
    ],
    [
      'another tag in place of one',
      withRules(aRule({ setting: 'UserPoolTags', asks: { includes: { team: 'checkout' } } })),
      withRules(aRule({ setting: 'UserPoolTags', asks: { includes: ['team'] } })),
      'rule-loosened: password-minimum-length asks for a map with team instead of a map with team=checkout.',
    ],
    [
      'a scope',
      withPolicy({}),
      withPolicy({ appliesTo: { regions: ['eu-west-1'] } }),
      'scope-narrowed: password-minimum-length may no longer bind every pool that it bound: its policy’s appliesTo has changed.',
    ],
    [
      'a mode',
      withRules(aRule()),
      withRules(aRule({ mode: 'notify' })),
      'mode-lowered: password-minimum-length has mode notify instead of remediate.',
    ],
    [
      'a severity',
      withRules(aRule()),
      withRules(aRule({ severity: 'low' })),
      'severity-lowered: password-minimum-length has severity low instead of high.',
    ],
    [
      'a ticket that lets a remedy weaken',
      withRules(aRule()),
      withRules(aRule({ allowWeakening: 'SEC-1' })),
      'ticket-added: password-minimum-length has allowWeakening: SEC-1.',
    ],
    [
      'a ticket that lets a remedy lock out',
      withRules(aRule({ terms: { allowCost: 'SEC-1' } })),
      withRules(aRule({ terms: { allowCost: 'SEC-2', allowLockOut: 'SEC-3' } })),
      'ticket-added: password-minimum-length has allowLockOut: SEC-3.',
    ],
    [
      'an exemption',
      aPolicySet(),
      withExemption({ pools: [pool('AbCdEf123'), pool('AbCdEf456')] }),
      'exemption-added: password-minimum-length has a new exemption for 2 pools until 2026-12-01, under SEC-1.',
    ],
    [
      'an exemption from a rule that had another',
      withExemption(),
      withExemption({ rules: [{ rule: 'password-minimum-length' }, { rule: 'other' }] }),
      'exemption-added: other has a new exemption for one pool until 2026-12-01, under SEC-1.',
    ],
    [
      'an exemption that ends later',
      withExemption(),
      withExemption({ expires: '2026-12-02' }),
      'exemption-extended: password-minimum-length has a longer exemption for one pool until 2026-12-02, under SEC-1.',
    ],
    [
      'an exemption that begins earlier',
      withExemption(),
      withExemption({ granted: '2026-10-31' }),
      'exemption-extended: password-minimum-length has a longer exemption for one pool until 2026-12-01, under SEC-1.',
    ],
    [
      'an exemption without its floor, beside a rule that has none',
      withExemption({ rules: [{ rule: 'other' }, ...floor(10)] }),
      withExemption({ rules: [{ rule: 'other' }, { rule: 'password-minimum-length' }] }),
      'exemption-loosened: password-minimum-length has a looser exemption for one pool until 2026-12-01, under SEC-1.',
    ],
    [
      'an exemption without its floor',
      withExemption({ rules: floor(10) }),
      withExemption(),
      'exemption-loosened: password-minimum-length has a looser exemption for one pool until 2026-12-01, under SEC-1.',
    ],
    [
      'an exemption with a lower floor',
      withExemption({ rules: floor(10) }),
      withExemption({ rules: floor(8) }),
      'exemption-loosened: password-minimum-length has a looser exemption for one pool until 2026-12-01, under SEC-1, down to at least 8.',
    ],
  ])('tells %s, and nothing of the way back', (_, before, after, message) => {
    expect(told(before, after)).toEqual([message]);
    const back = loosened(after, before).filter(({ kind }) => kind !== 'rule-removed');
    expect(back).toEqual([]);
  });

  it('tells nothing of a rule that was renamed, moved to a wider policy, or made stricter', () => {
    const before = withPolicy({ appliesTo: { regions: ['eu-west-1'] } });
    const after = aPolicySet({
      policies: [
        aPolicy({ name: 'first', rules: [aRule({ id: 'told', mode: 'notify' })] }),
        aPolicy({ name: 'other', rules: [aRule({ id: 'length', asks: { atLeast: 16 } })] }),
      ],
    });

    expect(loosened(before, after)).toEqual([]);
  });

  it('tells a removal where what is left is only told, or binds fewer pools', () => {
    const kept = aRule({ id: 'length', mode: 'notify' });

    expect(told(aPolicySet(), withRules(kept))).toHaveLength(1);
    expect(
      told(
        aPolicySet(),
        withPolicy({ appliesTo: { accounts: ['111122223333'] }, rules: [aRule({ id: 'length' })] }),
      ),
    ).toHaveLength(1);
  });

  it('tells nothing of two rules on a setting that stay', () => {
    const both = withRules(aRule({ id: 'floor' }), aRule({ id: 'ceiling', asks: { atMost: 20 } }));

    expect(loosened(both, both)).toEqual([]);
  });

  it('tells nothing of tickets that are taken away', () => {
    const tickets = aRule({
      allowWeakening: 'SEC-1',
      terms: { allowLockOut: 'SEC-2', allowCost: 'SEC-3' },
    });

    expect(loosened(withRules(tickets), withRules(aRule()))).toEqual([]);
  });

  it('tells nothing of an exemption that one of two earlier ones covers', () => {
    const [exemption] = withExemption().exemptions;
    const before = aPolicySet({
      exemptions: [...withExemption({ rules: floor(10) }).exemptions, ...(exemption ? [exemption] : [])],
    });

    expect(loosened(before, withExemption())).toEqual([]);
  });

  it('compares floors on the setting of their rule', () => {
    const other = aRule({ id: 'other', setting: 'DeletionProtection', asks: { equals: 'ACTIVE' } });
    const policies = [aPolicy({ rules: [other, aRule()] })];

    expect(
      told(
        { ...withExemption({ rules: floor(10) }), policies },
        { ...withExemption({ rules: floor(8) }), policies },
      ),
    ).toEqual([expect.stringMatching(/^exemption-loosened: password-minimum-length /)]);
  });

  it('takes a floor of a rule that is gone for a looser one', () => {
    const exempted = withExemption({ rules: floor(10) });

    expect(told(exempted, { ...exempted, policies: [] })).toEqual([
      expect.stringMatching(/^rule-removed: /),
      expect.stringMatching(/^exemption-loosened: /),
    ]);
  });

  it('tells nothing of rules that were off', () => {
    expect(loosened(withRules(aRule({ mode: 'off' })), withPolicy({ rules: [] }))).toEqual([]);
  });

  it('names the place where the policies say so now', () => {
    const [only] = loosened(
      aPolicySet(),
      withRules(aRule({ mode: 'notify', source: { file: 'policies/new.yaml', line: 3, column: 5 } })),
    );

    expect(only).toMatchObject({ source: { file: 'policies/new.yaml', line: 3 } });
  });

  it('names the place of the rule that has its name now, or where a removed one stood', () => {
    const source = { file: 'policies/new.yaml', line: 3, column: 5 };
    const moved = aRule({ setting: 'DeletionProtection', asks: { equals: 'ACTIVE' }, source });

    expect(loosened(aPolicySet(), withRules(moved))).toMatchObject([{ kind: 'rule-removed', source }]);
    expect(loosened(aPolicySet(), withRules())).toMatchObject([
      { kind: 'rule-removed', source: aRule().source },
    ]);
  });

  it('policies are never looser than themselves', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...governable)
          .chain((setting) => constraintOn(setting).map((constraint) => ({ setting, constraint }))),
        ({ setting, constraint }) => {
          const set = withRules({ ...aRule(), setting: setting.path, constraint });
          expect(loosened(set, set)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
