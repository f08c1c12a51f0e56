import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandCalled, everyCommand } from './command-called.ts';

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

describe('the help of each command', () => {
  it.each(everyCommand())('of %s ends with an example that calls it', async (path, command) => {
    const [, example = ''] = /\nExample:\n {2}\$ (lifeguard .+)\n$/.exec(helpOf(command)) ?? [];

    expect(await commandCalled(example)).toBe(path);
  });
});
