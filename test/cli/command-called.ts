import type { Command } from 'commander';
import { commandLine } from '../../src/cli/main.ts';
import { typedWords } from './typed-words.ts';

/** Every command with its subcommands, by what is typed: `lifeguard breaker reset`. */
export const everyCommand = (
  command = commandLine(() => {}),
  path: readonly string[] = ['lifeguard'],
): readonly (readonly [string, Command])[] =>
  command.commands.flatMap((each) => {
    const own = [...path, each.name()];
    return [[own.join(' '), each] as const, ...everyCommand(each, own)];
  });

/** The command that a line calls, which isn't run. @throws where the command line doesn't take it */
export const commandCalled = async (typed: string): Promise<string | undefined> => {
  let called: string | undefined;
  const line = commandLine(() => {});
  for (const [path, each] of everyCommand(line))
    each
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .action(() => {
        called = path;
      });
  await line.parseAsync(['node', ...typedWords(typed)]);
  return called;
};
