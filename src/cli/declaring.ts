import type { Argument, Command, Option } from 'commander';

/** Takes the exit status of the command that was called. */
export type Finish = (code: number) => void;

/** What every command has: a sentence, options, and an example in its help. */
export const withOptions = (
  command: Command,
  options: readonly Option[],
  description: string,
  example: string,
): Command => {
  command.description(description).addHelpText('after', `\nExample:\n  $ ${example}`);
  for (const option of options) command.addOption(option);
  return command;
};

/** An argument as usage lines have it: `<pool-id>`, `[dir]`, `<changes...>`. */
export const argumentTerm = (argument: Argument): string => {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
};
