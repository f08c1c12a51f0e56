import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/main.ts';

const withPath = (command: Command, path: readonly string[]): [string, Command][] =>
  command.commands.flatMap((each) => {
    const own = [...path, each.name()];
    return [[own.join(' '), each] as [string, Command], ...withPath(each, own)];
  });

const commands = withPath(
  commandLine(() => {}),
  ['lifeguard'],
);

const helpOf = (command: Command): string => {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
};

const exampleIn = (help: string): string => /\nExample:\n {2}\$ (lifeguard .+)\n/.exec(help)?.[1] ?? '';

describe('the help of each command', () => {
  it.each(commands)('of %s ends with an example of it', (path, command) => {
    expect(exampleIn(helpOf(command))).toMatch(new RegExp(`^${path}( |$)`));
  });

  it.each(commands)('of %s has an example that the command line takes', async (_, command) => {
    const example = exampleIn(helpOf(command));
    const args = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const called: string[] = [];
    const line = commandLine(() => {});
    for (const [path, each] of withPath(line, ['lifeguard']))
      each.exitOverride().action(() => {
        called.push(path);
      });

    await line.parseAsync(['node', ...args]);

    expect(called).toHaveLength(1);
    expect(example.startsWith(called[0] ?? 'none')).toBe(true);
  });
});
