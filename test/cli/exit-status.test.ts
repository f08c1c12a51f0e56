import { describe, expect, it } from 'vitest';
import { finished, startCli } from '../support/run-cli.ts';

describe('the command as a process', () => {
  it('ends with 70 at a defect, and says where it is, with nothing in it that a terminal would obey', async () => {
    const defect = `console.log = () => { throw new TypeError('painted \\u001b[31m red'); };`;
    const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(defect)}` };

    const run = await finished(startCli(['validate', 'test/cli/policies/floor'], environment));

    expect(run).toMatchObject({ stdout: '', exit: 70 });
    expect(run.stderr).toMatch(/^TypeError: painted \P{Cc}+ red\n {4}at .+:\d+:\d+\)?\n/u);
  });

  it('ends without complaint where its reader has seen enough', async () => {
    const child = startCli(['completion', 'bash']);
    child.stdout?.destroy();

    expect(await finished(child)).toEqual({ stdout: '', stderr: '', exit: 0 });
  });
});
