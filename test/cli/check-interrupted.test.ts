import { expect, it, vi } from 'vitest';
import { finished, startCli, towards } from '../support/run-cli.ts';
import { sandboxWith, weakened } from './a-cli-world.ts';
import { multiply } from './multiply.ts';

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
