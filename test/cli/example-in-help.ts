import type { Command } from 'commander';
import { everyCommand } from './command-called.ts';
import { typedWords } from './typed-words.ts';

/** A command's help, as on a terminal of so many columns. */
export const helpOf = (command: Command, width = 80): string => {
  let help = '';
  command.configureOutput({
    writeOut: (part) => {
      help += part;
    },
    getOutHelpWidth: () => width,
  });
  command.outputHelp();
  return help;
};

/** The example that a command's help ends with; undefined where there is none. */
export const exampleInHelp = (command: Command): string | undefined =>
  /\nExample:\n {2}\$ (lifeguard .+)\n$/.exec(helpOf(command))?.[1];

/** The arguments of the example that the help of this command ends with: of `lifeguard demo`, for instance. */
export const exampleArguments = (path: string): readonly string[] => {
  const [, command] = everyCommand().find(([own]) => own === path) ?? [];
  const example = command && exampleInHelp(command);
  if (example === undefined) throw new Error(`There is no command ${path} with an example.`);
  return typedWords(example).slice(1);
};
