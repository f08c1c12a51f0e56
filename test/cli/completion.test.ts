import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completables, completionScript, shells } from '../../src/cli/completion.ts';
import { commandLine } from '../../src/cli/main.ts';
import { everyCommand } from './command-called.ts';

const all = completables(commandLine(() => {}));

/** What bash offers for words, the last of which is being typed. */
const offered = (...words: readonly string[]): readonly string[] => {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const asked = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _lifeguard; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', `${completionScript('bash', all)}\n${asked}`], {
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((line) => line !== '');
};

describe('the completion of bash', () => {
  it('offers the commands', () => {
    expect(offered('lifeguard', 'p').toSorted()).toEqual(['pause', 'plan']);
  });

  it('offers the options of a command, after others', () => {
    expect(offered('lifeguard', 'check', '--quiet', '--al')).toEqual(['--all-regions']);
  });

  it('offers what an option takes', () => {
    expect(offered('lifeguard', 'check', '--format', '').toSorted()).toEqual([
      'json',
      'junit',
      'markdown',
      'sarif',
      'text',
    ]);
  });

  it('offers a subcommand, and the options that it has from the command above it', () => {
    expect(offered('lifeguard', 'breaker', 'r')).toEqual(['reset']);
    expect(offered('lifeguard', 'breaker', 'reset', '--st')).toEqual(['--stage']);
  });

  it('offers nothing of ours for what it doesn’t know', () => {
    expect(offered('lifeguard', 'check', 'nonsense')).toEqual([]);
  });
});

describe.each(shells)('the completion of %s', (shell) => {
  it('knows every command', () => {
    const script = completionScript(shell, all);

    for (const [, command] of everyCommand()) expect(script).toContain(command.name());
  });
});
