import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import type { LoadedPolicies } from '../../src/policy/loader/compile-policies.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import type { Json } from '../../src/pool/json.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const policiesOf = (loaded: LoadedPolicies): PolicySet => {
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.policies;
};

const baseline = policiesOf(await loadPolicies('policies'));
const examples = policiesOf(await loadPolicies('policies/examples'));
const options = { ceiling: 'remediate', today: '2026-11-23' } as const;

describe('policies/baseline.yaml', () => {
  it('finds nothing in a pool that was set up with care', () => {
    expect(evaluate(aPoolSnapshot(), baseline, options).findings).toEqual([]);
  });

  it.each<[string, string, Json | undefined, 'remediate' | 'notify']>([
    ['password-minimum-length', 'Policies.PasswordPolicy.MinimumLength', 8, 'remediate'],
    ['password-uppercase', 'Policies.PasswordPolicy.RequireUppercase', false, 'remediate'],
    ['password-lowercase', 'Policies.PasswordPolicy.RequireLowercase', false, 'remediate'],
    ['password-numbers', 'Policies.PasswordPolicy.RequireNumbers', false, 'remediate'],
    ['password-symbols', 'Policies.PasswordPolicy.RequireSymbols', false, 'remediate'],
    ['temporary-password-validity', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', 90, 'remediate'],
    ['threat-protection', 'UserPoolAddOns.AdvancedSecurityMode', 'AUDIT', 'remediate'],
    ['threat-protection', 'UserPoolAddOns', undefined, 'remediate'],
    ['recovery-order', 'AccountRecoverySetting', undefined, 'remediate'],
    ['deletion-protection', 'DeletionProtection', 'INACTIVE', 'notify'],
  ])('%s finds %s: %o', (rule, path, value, mode) => {
    const { findings } = evaluate(aPoolSnapshot({ set: { [path]: value } }), baseline, options);

    expect(findings.map((finding) => [finding.rule, finding.mode])).toEqual([[rule, mode]]);
  });

  it('says for every rule why, and which controls ask the same', () => {
    for (const { why, controls } of baseline.policies.flatMap(({ rules }) => rules)) {
      expect(why).toMatch(/^[A-Z].+\.$/);
      expect(controls.length).toBeGreaterThan(0);
    }
  });
});

describe('policies/examples', () => {
  it('are not part of what is enforced', () => {
    expect(baseline.policies.map(({ name }) => name)).toEqual(['baseline']);
  });

  it('all load, and together with the baseline', async () => {
    const files = (await readdir('policies/examples')).filter((file) => file.endsWith('.yaml'));

    expect(examples.policies).toHaveLength(files.length);
    expect(
      [...baseline.policies, ...examples.policies].flatMap(({ rules }) => rules.map(({ id }) => id)),
    ).toEqual([
      ...new Set(
        [...baseline.policies, ...examples.policies].flatMap(({ rules }) => rules.map(({ id }) => id)),
      ),
    ]);
  });

  it('put deletion protection back on the pools that they name, and on no other', () => {
    const unprotected = { DeletionProtection: 'INACTIVE' };
    const named = evaluate(aPoolSnapshot({ userPool: unprotected }), examples, options);
    const other = evaluate(
      aPoolSnapshot({ userPool: unprotected, id: 'eu-west-1_Preview1' }),
      examples,
      options,
    );

    expect([...named.targets.keys()]).toEqual(['DeletionProtection']);
    expect([other.findings, [...other.targets]]).toEqual([[], []]);
  });

  it('close self sign-up on staff pools, and leave customers’ pools as they are', () => {
    const open = { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } };
    const staff = evaluate(aPoolSnapshot({ userPool: { ...open, Name: 'staff-berlin' } }), examples, options);
    const customers = evaluate(aPoolSnapshot({ userPool: open }), examples, options);

    expect([...staff.targets.keys()]).toEqual(['AdminCreateUserConfig.AllowAdminCreateUserOnly']);
    expect(customers.findings).toEqual([]);
  });
});
