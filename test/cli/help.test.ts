import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/main.ts';
import { commandCalled, everyCommand } from './command-called.ts';

const helpOf = (command: Command, width = 80): string => {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => width,
  });
  command.outputHelp();
  return text;
};

describe('the help of each command', () => {
  it.each(everyCommand())('of %s ends with an example that calls it', async (path, command) => {
    const [, example = ''] = /\nExample:\n {2}\$ (lifeguard .+)\n$/.exec(helpOf(command)) ?? [];

    expect(await commandCalled(example)).toBe(path);
  });

  it.each([['lifeguard', commandLine(() => {})] as const, ...everyCommand()])(
    'of %s has the width of its terminal, but for the example',
    (_, command) => {
      const [text = ''] = helpOf(command, 60).split('\nExample:\n');

      expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
    },
  );
});
