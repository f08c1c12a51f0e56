import { evaluate as evaluatePool } from '../src/policy/evaluate.ts';
import type { Policy, PolicySet } from '../src/policy/policy.ts';
import type { PoolSnapshot } from '../src/pool/pool-snapshot.ts';
import { planFor } from '../src/remediation/plan.ts';
import { cautiousPlan } from '../src/remediation/plan-options.ts';
import { aPoolSnapshot } from '../test/support/a-pool-snapshot.ts';
import { interleaved, ratioOf } from './interleaved.ts';
import { policiesIn } from './policies-in.ts';
import type { Bench, Row } from './row.ts';
import { runAlone } from './run-alone.ts';

/** Each look is at a snapshot of its own: what is remembered of one helps no other. */
const planned = (like: PoolSnapshot, policies: PolicySet): unknown => {
  const pool = { ...like };
  const evaluation = evaluatePool(pool, policies, { ceiling: 'remediate', today: '2026-11-23' });
  return planFor(pool, evaluation, cautiousPlan);
};

/** What satisfies the twenty rules. */
const sound = {
  'Policies.PasswordPolicy.MinimumLength': 14,
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 7,
  'Policies.PasswordPolicy.PasswordHistorySize': 4,
  'AdminCreateUserConfig.AllowAdminCreateUserOnly': true,
  MfaConfiguration: 'OPTIONAL',
  'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': ['email'],
  'DeviceConfiguration.ChallengeRequiredOnNewDevice': true,
  'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': true,
  'VerificationMessageTemplate.DefaultEmailOption': 'CONFIRM_WITH_LINK',
};

/** The pool's answer without its message templates, as text: some 2.6 KB. */
const withoutTemplates = ({ userPool }: PoolSnapshot): string => {
  const isTemplate = (member: string): boolean => /Message|Template/.test(member);
  return JSON.stringify({
    UserPool: Object.fromEntries(Object.entries(userPool).filter(([member]) => !isTemplate(member))),
  });
};

/** Each policy again under other names, so many times. */
const times = (policies: PolicySet, count: number, change: (policy: Policy) => Policy = (same) => same) => ({
  ...policies,
  policies: Array.from({ length: count }, (_, index) =>
    policies.policies.map((policy) =>
      change({
        ...policy,
        name: `${policy.name}-${index}`,
        rules: policy.rules.map((rule) => ({ ...rule, id: `${rule.id}-${index}` })),
      }),
    ),
  ).flat(),
});

/** What it takes to judge a pool and to plan what is done about it, beside parsing AWS's answer. */
export const evaluate: Bench = {
  name: 'evaluate',
  run: async () => {
    const twenty = await policiesIn('twenty');
    const pool = aPoolSnapshot({ set: sound, mfaConfig: { MfaConfiguration: 'OPTIONAL' } });
    const weak = aPoolSnapshot({
      set: { ...sound, 'Policies.PasswordPolicy.MinimumLength': 8 },
      mfaConfig: { MfaConfiguration: 'OPTIONAL' },
    });
    const text = withoutTemplates(pool);
    const tenfold = times(twenty, 10);
    const elsewhere = {
      ...twenty,
      policies: [
        ...twenty.policies,
        ...times(twenty, 50, (policy) => ({ ...policy, appliesTo: { accounts: ['999999999999'] } })).policies,
      ],
    };
    const time = await interleaved({
      parse: () => JSON.parse(text),
      sound: () => planned(pool, twenty),
      weak: () => planned(weak, twenty),
      tenfold: () => planned(weak, tenfold),
      elsewhere: () => planned(weak, elsewhere),
    });
    const row = (what: string, one: keyof typeof time, other: keyof typeof time, more: Partial<Row>): Row => {
      const { median, low, high } = ratioOf(time[one], time[other]);
      return { what, figure: median, unit: '×', spread: [low, high], ...more };
    };
    return [
      row('a pool as required against 20 rules, to JSON.parse of it', 'sound', 'parse', { limit: 10 }),
      row('a weakened pool against 20 rules and its plan, to JSON.parse', 'weak', 'parse', { limit: 10 }),
      row('200 rules to 20', 'tenfold', 'weak', { limit: 11 }),
      row('50 policies that don’t apply beside one, to that one', 'elsewhere', 'weak', {
        limit: 1.25,
        note: 'flat: 1,000 rules of other accounts',
      }),
    ];
  },
};

await runAlone(import.meta, evaluate);
