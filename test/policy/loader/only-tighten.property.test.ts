import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { isWeaker } from '../../../src/policy/is-weaker.ts';
import { compilePolicies } from '../../../src/policy/loader/compile-policies.ts';
import type { PolicySet } from '../../../src/policy/policy.ts';
import { readSetting } from '../../../src/pool/pool-snapshot.ts';
import { settingAt } from '../../../src/pool/settings.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';

const rules = fc.oneof(
  fc.record({
    setting: fc.constant('Policies.PasswordPolicy.MinimumLength'),
    asks: fc.oneof(
      fc.tuple(fc.constantFrom('equals', 'atLeast', 'atMost'), fc.integer({ min: 6, max: 12 })),
      fc.tuple(fc.constant('oneOf'), fc.uniqueArray(fc.integer({ min: 93, max: 99 }), { minLength: 1 })),
    ),
  }),
  fc.record({
    setting: fc.constant('Policies.PasswordPolicy.TemporaryPasswordValidityDays'),
    asks: fc.oneof(
      fc.tuple(fc.constantFrom('equals', 'atLeast', 'atMost'), fc.integer({ min: 1, max: 9 })),
      fc.tuple(fc.constant('oneOf'), fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 })),
    ),
  }),
  fc.record({
    setting: fc.constant('UserPoolAddOns.AdvancedSecurityMode'),
    asks: fc.tuple(
      fc.constantFrom('equals', 'atLeast', 'atMost'),
      fc.constantFrom('OFF', 'AUDIT', 'ENFORCED'),
    ),
  }),
  fc.record({
    setting: fc.constant('AutoVerifiedAttributes'),
    asks: fc.tuple(
      fc.constantFrom('includes', 'excludes', 'equals'),
      fc.subarray(['email', 'phone_number'], { minLength: 1 }),
    ),
  }),
  fc.record({
    setting: fc.constant('Policies.SignInPolicy.AllowedFirstAuthFactors'),
    asks: fc.tuple(
      fc.constantFrom('includes', 'excludes', 'equals'),
      fc.subarray(['PASSWORD', 'SMS_OTP', 'WEB_AUTHN'], { minLength: 1 }),
    ),
  }),
  fc.record({
    setting: fc.constant('AccountRecoverySetting.RecoveryMechanisms'),
    asks: fc.tuple(
      fc.constant('order'),
      fc.shuffledSubarray(['admin_only', 'verified_email', 'verified_phone_number'], { minLength: 2 }),
    ),
  }),
);

const pools = fc.record({
  verified: fc.subarray(['email', 'phone_number']),
  factors: fc.subarray(['PASSWORD', 'SMS_OTP', 'WEB_AUTHN'], { minLength: 1 }),
  length: fc.oneof(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 93, max: 99 })),
  days: fc.integer({ min: 0, max: 9 }),
  protection: fc.constantFrom('OFF', 'AUDIT', 'ENFORCED'),
  recovery: fc.shuffledSubarray(['verified_email', 'verified_phone_number', 'admin_only'], {
    minLength: 1,
    maxLength: 2,
  }),
});

const loaded = (
  asked: readonly { readonly setting: string; readonly asks: readonly [string, unknown] }[],
): PolicySet | undefined => {
  const written = {
    name: 'drawn',
    description: 'A case.',
    mode: 'remediate',
    appliesTo: {},
    rules: asked.map(({ setting, asks: [operator, operand] }, index) => ({
      id: `rule-${index}`,
      severity: 'high',
      setting,
      [operator]: operand,
      why: 'Because.',
    })),
  };
  // JSON is YAML.
  const result = compilePolicies([{ file: 'drawn.yaml', text: JSON.stringify(written) }]);
  return result.kind === 'policies' ? result.policies : undefined;
};

describe('promise 4, only tighten', () => {
  it('no rules that load without a ticket ask for a step away from the safer direction, alone or together', () => {
    let remedies = 0;
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 3 }), pools, (asked, pool) => {
        const policies = loaded(asked);
        fc.pre(policies !== undefined);
        const snapshot = aPoolSnapshot({
          set: {
            'Policies.PasswordPolicy.MinimumLength': pool.length,
            'Policies.PasswordPolicy.TemporaryPasswordValidityDays': pool.days,
            'UserPoolAddOns.AdvancedSecurityMode': pool.protection,
            AutoVerifiedAttributes: pool.verified,
            'Policies.SignInPolicy.AllowedFirstAuthFactors': pool.factors,
            'AccountRecoverySetting.RecoveryMechanisms': pool.recovery.map((Name, index) => ({
              Name,
              Priority: index + 1,
            })),
          },
        });
        const { targets } = evaluate(snapshot, policies, { ceiling: 'remediate', today: '2026-11-23' });
        for (const [path, target] of targets) {
          if (target.kind === 'conflict') continue;
          const found = readSetting(snapshot, settingAt(path));
          const remedy = nearest(target.constraint, found, settingAt(path));
          if (remedy.kind === 'no-remedy') continue;
          remedies += 1;
          expect(isWeaker(found, remedy.value, settingAt(path))).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
    expect(remedies).toBeGreaterThan(100);
  }, 60_000);
});
