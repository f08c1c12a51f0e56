import { spawnSync } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { completables } from '../../src/cli/completion/completable.ts';
import { completionScript } from '../../src/cli/completion/completion-script.ts';
import { shells } from '../../src/cli/completion/shells.ts';
import { commandLine } from '../../src/cli/main.ts';
import { aFolderWith } from './a-cli-world.ts';
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

  it('offers rules of the policy files and settings to explain, and rules to accept', () => {
    const folder = ['--policies', 'test/cli/policies/floor'];

    expect(offered('lifeguard', 'explain', ...folder, 'password-m')).toEqual(['password-minimum-length']);
    expect(offered('lifeguard', 'explain', 'UserPoolT')).toEqual(['UserPoolTier', 'UserPoolTags']);
    expect(offered('lifeguard', 'explain', '--policies', '=', 'nowhere', 'password')).toEqual([]);
    expect(offered('lifeguard', 'accept', '--rule', '')).toContain('password-minimum-length');
  });

  it('takes a name of a rule for a word, and for nothing that a shell would run', async () => {
    const folder = await aFolderWith(
      {
        'floor.yaml': '  - id: $(echo run)\n  - id: `echo run`\n  - id: "kept" # a note\nid: \'kept-too\'\n',
      },
      onTestFinished,
    );

    expect(offered('lifeguard', 'accept', '--policies', folder, '--rule', '')).toEqual(['kept', 'kept-too']);
  });

  it('offers Regions, and commands to help and shells to completion', () => {
    expect(offered('lifeguard', 'check', '--region', 'eu-west-')).toEqual([
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
    ]);
    expect(offered('lifeguard', 'help', 'break')).toEqual(['breaker']);
    expect(offered('lifeguard', 'completion', '').toSorted()).toEqual(['bash', 'fish', 'zsh']);
  });

  it('offers what an option takes after =, which bash takes for a word, and others don’t', () => {
    expect(offered('lifeguard', 'check', '--format=js')).toEqual(['--format=json']);
    expect(offered('lifeguard', 'check', '--format', '=', 'js')).toEqual(['json']);
    expect(offered('lifeguard', 'doctor', '--format', '=').toSorted()).toEqual(['json', 'text']);
  });

  it('leaves names of files to the shell where files are what is taken', () => {
    expect(offered('lifeguard', 'replay', '')).toEqual([]);
    expect(offered('lifeguard', 'check', '--policies', '')).toEqual([]);
  });

  it('offers the options of a command that takes nothing else without being asked', () => {
    expect(offered('lifeguard', 'demo', '').toSorted()).toEqual(['--help', '--policies']);
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
