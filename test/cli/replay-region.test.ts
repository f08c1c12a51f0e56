import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/remediation/outcome.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { runCli, towards } from '../support/run-cli.ts';
import { poolId, sandboxWith, weakened } from './a-cli-world.ts';

const otherId = 'eu-west-1_ZyXwVu987';

const replayOmitted = async (arrange: (sandbox: Sandbox) => void, ...args: string[]) => {
  const sandbox = await sandboxWith(weakened);
  arrange(sandbox);
  const command = ['replay', 'events/update-user-pool/omitted.json', '--policies', 'test/cli/policies/floor'];
  const run = await runCli([...command, ...args], towards(sandbox.url));
  const writes = sandbox.calls.filter(({ operation }) => operation === 'UpdateUserPool').length;
  return { ...run, writes };
};

const withAnotherPool = ({ pools }: Sandbox): void => {
  for (const pool of pools.all())
    pools.put({ ...pool, id: otherId, arn: pool.arn.replace(pool.id, otherId) });
};

describe('a replay of a call that names no pool, because CloudTrail left out its parameters', () => {
  it('gives one outcome for each pool of the Region, and writes to each', async () => {
    const { stdout, writes, exit } = await replayOmitted(withAnotherPool, '--yes', '--format', 'json');

    const outcomes = JSON.parse(stdout) as Outcome[];
    expect(outcomes.map(({ kind, pool }) => [kind, pool?.id])).toEqual([
      ['remediated', poolId],
      ['remediated', otherId],
    ]);
    expect({ writes, exit }).toEqual({ writes: 2, exit: 0 });
  });

  it('asks for each pool, and writes nothing where nobody can answer', async () => {
    const { stderr, writes, exit } = await replayOmitted(withAnotherPool);

    expect(stderr).toContain(poolId);
    expect(stderr).toContain(otherId);
    expect({ writes, exit }).toEqual({ writes: 0, exit: 1 });
  });

  it('gives an outcome where the Region has no pool', async () => {
    const { stdout, exit } = await replayOmitted(
      ({ pools }) => {
        for (const { region, id } of pools.all()) pools.delete(region, id);
      },
      '--format',
      'json',
    );

    expect(JSON.parse(stdout)).toMatchObject([
      { kind: 'ignored', reason: 'no-pools: eu-west-1 has no user pool, or no longer.' },
    ]);
    expect(exit).toBe(0);
  });

  it('ends with 3 where the pools can’t be listed', async () => {
    const { stderr, exit } = await replayOmitted(({ faults }) => {
      faults.add({ kind: 'access-denied', operation: 'ListUserPools' });
    });

    expect(stderr).toContain("Can't list the user pools of eu-west-1: AccessDeniedException");
    expect(exit).toBe(3);
  });
});
