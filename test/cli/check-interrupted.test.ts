import { expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { finished, startCli, towards } from '../support/run-cli.ts';
import { poolId, sandboxWith, weakened } from './a-cli-world.ts';

/** So many pools like the one that is there. */
const multiply = ({ pools }: Sandbox, count: number): void => {
  const pool = pools.get('eu-west-1', poolId);
  if (!pool) throw new Error('There is no pool to multiply.');
  for (let index = 1; index < count; index += 1) {
    const id = `eu-west-1_Copy${index}`;
    pools.put({ ...pool, id, arn: pool.arn.replace(poolId, id) });
  }
};

it('Ctrl-C ends a check after the looks that are under way, and lists what they found', async () => {
  const sandbox = await sandboxWith(weakened);
  multiply(sandbox, 200);
  const args = ['check', '--policies', 'test/cli/policies/floor', '--format', 'json'];

  const child = startCli(args, towards(sandbox.url));
  const run = finished(child);
  await vi.waitFor(
    () => expect(sandbox.calls.some(({ operation }) => operation === 'GetUserPoolMfaConfig')).toBe(true),
    { timeout: 15_000 },
  );
  child.kill('SIGINT');
  const { stdout, stderr, exit } = await run;

  const { subjects, counts } = JSON.parse(stdout);
  expect(subjects).toBeGreaterThan(0);
  expect(subjects).toBeLessThan(100);
  expect(counts.violation).toBe(subjects);
  expect(stderr).toContain(`Interrupted: ${200 - subjects} pools that had been found were not looked at.`);
  expect(exit).toBe(4);
});
