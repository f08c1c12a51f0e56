import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/main.ts';
import { commandCalled, everyCommand } from './command-called.ts';
import { exampleInHelp, helpOf } from './example-in-help.ts';
import { scenarios } from './scenario.ts';

/** What scenarios add to an example, since nobody is there to be asked. */
const addedTo: { readonly [command: string]: string } = {
  'lifeguard apply': ' --yes',
  'lifeguard undo': ' --yes',
  'lifeguard set': ' --yes',
  'lifeguard accept': ' --yes',
  'lifeguard rehearse': ' --yes',
};

/** One runs until it is ended, the other tells the time that it took: their own tests carry their examples out. */
const withoutScenario = ['lifeguard sandbox', 'lifeguard demo'];
const withScenario = everyCommand().filter(([path]) => !withoutScenario.includes(path));

describe('the help of each command', () => {
  it.each(everyCommand())('of %s ends with an example that calls it', async (path, command) => {
    expect(await commandCalled(exampleInHelp(command) ?? '')).toBe(path);
  });

  it.each(withScenario)('of %s has an example that a scenario carries out', (path, command) => {
    const line = `${exampleInHelp(command)}${addedTo[path] ?? ''}`;

    const carriedOut = scenarios.filter((scenario) => scenario.line === line);

    // Done, or with findings to tell of: no mistake, and nothing refused.
    expect(carriedOut.map(({ exit }) => exit)).toContainEqual(expect.toBeOneOf([0, 1]));
  });

  it.each([['lifeguard', commandLine(() => {})] as const, ...everyCommand()])(
    'of %s has the width of its terminal, but for the example',
    (_, command) => {
      const [text = ''] = helpOf(command, 60).split('\nExample:\n');

      expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
    },
  );
});
