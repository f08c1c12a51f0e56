import { describe, expect, it } from 'vitest';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { runCli, towards } from '../support/run-cli.ts';
import { poolId, sandboxWith, weakened } from './a-cli-world.ts';

const floor = ['--policies', 'test/cli/policies/floor'];

describe('a plan as JSON', () => {
  it('is one outcome for each pool, and nothing else on standard output', async () => {
    const sandbox = await sandboxWith(weakened);

    const { stdout, stderr, exit } = await runCli(
      ['plan', '--format', 'json', ...floor],
      towards(sandbox.url),
    );

    const outcomes = JSON.parse(stdout) as Outcome[];
    expect(outcomes).toMatchObject([
      {
        schema: 'cognito-lifeguard/outcome/1',
        kind: 'planned',
        pool: { id: poolId, name: 'checkout-production' },
        causes: [{ kind: 'asked' }],
        findings: [{ rule: 'password-minimum-length', found: 8, now: 8, resolved: false }],
        changes: [
          {
            setting: 'Policies.PasswordPolicy.MinimumLength',
            from: 8,
            to: 14,
            because: [{ rule: 'password-minimum-length', at: 'test/cli/policies/floor/floor.yaml:7' }],
          },
        ],
        refusals: [],
        sideEffects: [],
      },
    ]);
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 1 });
  });

  it('is an empty list in a Region without pools, which is said beside it', async () => {
    const sandbox = await sandboxWith();
    sandbox.pools.delete('eu-west-1', poolId);

    const run = await runCli(['plan', '--format', 'json', ...floor], towards(sandbox.url));

    expect(run).toMatchObject({ stdout: '[]\n', exit: 0 });
    expect(run.stderr).toMatch(/^No user pools in eu-west-1 of account 111122223333\./);
  });

  it('is the same value, with nothing in it that a terminal would obey', async () => {
    const sandbox = await sandboxWith(weakened);
    const name = 'checkout\u007f\u009b2J\u00ad\u202e\u2028\u{e0041}';
    sandbox.pools.overwriteSettings('eu-west-1', poolId, { PoolName: name });

    const { stdout } = await runCli(['plan', '--format', 'json', ...floor], towards(sandbox.url));

    expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(stdout)).toMatchObject([{ pool: { name } }]);
  });

  it('looks at a pool in the Region that its id names', async () => {
    const sandbox = await sandboxWith();
    const id = 'us-east-1_Elsewhere';

    const { exit } = await runCli(['plan', '--pool', id, ...floor], towards(sandbox.url));

    const describes = sandbox.calls.filter(({ operation }) => operation === 'DescribeUserPool');
    expect(describes).toMatchObject([{ region: 'us-east-1', input: { UserPoolId: id } }]);
    expect(exit).toBe(2);
  });

  it.each(['json', 'text'])('shows no SMS external id as %s', async (format) => {
    const sandbox = await sandboxWith();

    const { stdout } = await runCli(
      ['plan', '--format', format, '--policies', 'test/cli/policies/secret'],
      towards(sandbox.url),
    );

    expect(stdout).toContain('SmsConfiguration.ExternalId');
    expect(stdout).toContain('(hidden)');
    expect(stdout).not.toContain(aRealisticPool.SmsConfiguration?.ExternalId);
  });
});
