import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { finished, startCli, towards } from '../support/run-cli.ts';
import { aFolderWith, sandboxWith, weakened } from './a-cli-world.ts';
import { multiply } from './multiply.ts';

const pools = 3;

/** `lifeguard apply` to weakened pools, as far as the first write, which AWS takes so many milliseconds for. */
const writing = async (milliseconds: number) => {
  const sandbox = await sandboxWith(weakened);
  multiply(sandbox, pools);
  const slow = sandbox.faults.add({ kind: 'delay', operation: 'UpdateUserPool', milliseconds });
  const folder = await aFolderWith({}, onTestFinished);
  const environment = { ...towards(sandbox.url), LIFEGUARD_LEDGER: folder };
  const child = startCli(['apply', '--yes', '--policies', 'test/cli/policies/floor'], environment);
  const stderr: string[] = [];
  const run = finished(child);
  child.stderr?.on('data', (text: string) => stderr.push(text));
  await vi.waitFor(() => expect(slow.reached).toBe(1), { timeout: 15_000 });
  return { sandbox, child, run, stderr };
};

const writesTo = ({ calls }: Sandbox): number =>
  calls.filter(({ operation }) => operation === 'UpdateUserPool').length;

describe('an apply', () => {
  it('that Ctrl-C ends writes the pool that it is at, and says which it did not come to', async () => {
    const { sandbox, child, run } = await writing(500);

    child.kill('SIGINT');
    const { stdout, stderr, exit } = await run;

    const written = writesTo(sandbox);
    const [, left = ''] = /^Not come to: (.*)\. To go on, run the command again\.$/m.exec(stderr) ?? [];
    expect(written).toBeLessThan(pools);
    expect(stdout).toMatch(new RegExp(`^Written: ${written} changes? to ${written} pools?\\.$`, 'm'));
    expect(left.split(', ')).toHaveLength(pools - written);
    expect(exit).toBe(4);
  });

  it('that Ctrl-C ends twice says which pool may be written, and which it did not come to', async () => {
    const { child, run, stderr } = await writing(60_000);

    child.kill('SIGINT');
    await vi.waitFor(() => expect(stderr.join('')).toContain('Ctrl-C again stops at once'));
    child.kill('SIGINT');
    const ended = await run;

    expect(ended.stderr).toMatch(
      /^Stopped\. Nothing was written\.\nPerhaps written, or a part of it: eu-west-1_\w+\. .*\nNot come to: eu-west-1_\w+, eu-west-1_\w+\. /m,
    );
    expect(ended.exit).toBeNull();
  });
});
