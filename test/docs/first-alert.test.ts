import { readFileSync } from 'node:fs';
import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { enforce } from '../../src/enforce.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import { subjectOf } from '../../src/notify/subject.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { World } from '../../src/world.ts';
import { aCall, aGovernedPool } from '../support/a-governed-pool.ts';

const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');

const rows = [...page.matchAll(/^\| (as they are|both .+) \| `(.+)` \| `(.+)` \|$/gm)].map(
  ([, rules = '', notify = '', remediate = '']) => ({ rules, notify, remediate }),
);

const loaded = await loadPolicies('policies');
if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
const baseline = loaded.policies;

/** The baseline, with these rules off. */
const baselineWithout = (...off: readonly string[]): PolicySet => ({
  ...baseline,
  policies: baseline.policies.map((policy) => ({
    ...policy,
    rules: policy.rules.map((rule) => (off.includes(rule.id) ? { ...rule, mode: 'off' } : rule)),
  })),
});

/** The subject of what is told of a new pool with AWS's defaults. */
const firstAlert = async (policies: PolicySet, mode: World['mode']): Promise<string> => {
  const { world, developer, sandbox } = await aGovernedPool();
  const { UserPool } = await developer.send(new CreateUserPoolCommand({ PoolName: 'lifeguard-first-alert' }));
  const pool = poolRef(sandbox.accountId, 'eu-west-1', UserPool?.Id ?? '');

  const outcome = await enforce({ ...world, policies, mode }, pool, [aCall({ call: 'CreateUserPool' })]);

  const notice = noticeOf(outcome, {});
  return notice ? subjectOf(notice) : 'nothing was told';
};

describe('the first alert, as docs/deploy.md has it', () => {
  const policies: { readonly [rules: string]: PolicySet } = {
    'as they are': baseline,
    'both `mode: off`': baselineWithout('threat-protection', 'feature-plan'),
  };

  it('has a row for the baseline as it is, and one for that without the rules on PLUS', () => {
    expect(rows.map(({ rules }) => rules)).toEqual(Object.keys(policies));
  });

  it.each(rows)('has these subjects, $rules: $notify, $remediate', async ({ rules, notify, remediate }) => {
    const enforced = policies[rules] ?? baseline;

    expect(await firstAlert(enforced, 'notify')).toMatch(notify);
    expect(await firstAlert(enforced, 'remediate')).toMatch(remediate);
  });
});
