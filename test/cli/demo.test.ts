import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { exampleArguments } from './example-in-help.ts';

describe('the demo', () => {
  it('plays its five scenes without an account, and ends by itself', async () => {
    const { stdout, stderr, exit } = await runCli(exampleArguments('lifeguard demo'));

    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
    expect(stdout.match(/^\d {2}.+$/gm)).toEqual([
      '1  Somebody weakens a user pool, and it is put right',
      '2  Nothing else moved',
      '3  Security people hear of it',
      '4  A harmless change costs nothing',
      '5  What can’t be put right is said, with what to do',
    ]);
    expect(stdout).toContain('5 settings changed as planned, 0 leaves changed besides.');
    expect(stdout).toMatch(/1 setting fixed, \d{2} others changed with it/);
    expect(stdout).toContain('2 reads, 0 writes, 0 messages.');
    expect(stdout).toContain('refused: needs-tier');
  });

  it('shows the mail and the chat message, and what to try next', async () => {
    const { stdout } = await runCli(exampleArguments('lifeguard demo'));

    expect(stdout).toMatch(/^┌─ Mail ─+$/m);
    expect(stdout).toMatch(/^┌─ Slack · #security ─+$/m);
    expect(stdout).toMatch(/Try it by hand: npx lifeguard sandbox .+\n$/);
  });
});
