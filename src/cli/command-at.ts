import type { Command } from 'commander';
import { nearestName } from '../policy/nearest-name.ts';
import { inert } from './report/inert.ts';

/**
 * The command that words lead to: `breaker`, `reset`.
 * @throws CommanderError where one of them names none, said with the nearest that there is
 */
export const commandAt = (command: Command, path: readonly string[]): Command => {
  const [name, ...rest] = path;
  if (name === undefined) return command;
  const found = command.commands.find((each) => each.name() === name);
  if (found) return commandAt(found, rest);
  const nearest = nearestName(
    name,
    command.commands.map((each) => each.name()),
  );
  const suggestion = nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`;
  return command.error(`error: unknown command '${inert(name)}'${suggestion}`);
};
