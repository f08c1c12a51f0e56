import { stripVTControlCharacters } from 'node:util';
import { describe, it } from 'vitest';
import { inATerminalOf } from '../../support/a-terminal.ts';
import { finished, startCli, towards } from '../../support/run-cli.ts';
import { sandboxWith, weakened } from '../a-cli-world.ts';

const wordsOf = (text: string): readonly string[] => stripVTControlCharacters(text).split(/\s+/);

/** Of the lines that aren't a command alone, which stays whole for whoever copies it. */
const widest = (text: string): number =>
  Math.max(
    ...stripVTControlCharacters(text)
      .split('\n')
      .filter((line) => !/^ *lifeguard /.test(line))
      .map((line) => line.length),
  );

const floor = ['--policies', 'test/cli/policies/floor'];

describe.concurrent('in a terminal of 60 columns', () => {
  it.for([
    ['explain', 'password-minimum-length', ...floor],
    ['check', ...floor],
    ['plan', ...floor, '--ledger', 'local'],
  ])(
    '"%s" prints the same words as elsewhere, in lines of 60 columns',
    async (args, { expect, onTestFinished }) => {
      const { url } = await sandboxWith(weakened, onTestFinished);

      const whole = await finished(startCli(args, towards(url), { atEnd: onTestFinished }));
      const terminal = { ...towards(url), ...inATerminalOf(60) };
      const shown = await finished(startCli(args, terminal, { atEnd: onTestFinished }));

      expect(shown.exit).toBe(whole.exit);
      for (const stream of ['stdout', 'stderr'] as const)
        expect(wordsOf(shown[stream])).toEqual(wordsOf(whole[stream]));
      expect(widest(whole.stdout + whole.stderr)).toBeGreaterThan(60);
      expect(widest(shown.stdout + shown.stderr)).toBeLessThanOrEqual(60);
    },
  );

  it('a mistake in the command line has that width', async ({ expect, onTestFinished }) => {
    const { stderr } = await finished(
      startCli(['check', '--rate', '7'], inATerminalOf(60), { atEnd: onTestFinished }),
    );

    expect(stderr).toContain('--rate');
    expect(widest(stderr)).toBeLessThanOrEqual(60);
  });
});
