import type { Argument, Command, Option } from 'commander';
import { settings } from '../../pool/settings.ts';
import { knownRegions } from '../live/region-names.ts';

/** What can stand in a place: one of these words, a rule of the policy files, the name of a file, or anything. */
export interface Value {
  readonly words: readonly string[];
  readonly isRule: boolean;
  readonly isFile: boolean;
}

/** An option; without a value it is a switch. */
export interface CompletableOption {
  readonly long: string;
  readonly description: string;
  readonly value?: Value;
}

/** What can be typed after some words: the names of commands, arguments, and options with what they take. */
export interface Completable {
  /** `lifeguard breaker` */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  /** What its arguments can be, all together; absent where it takes none. */
  readonly argument?: Value;
  readonly options: readonly CompletableOption[];
}

/** All that a command line takes, the command and its subcommands. */
export const completables = (command: Command, path = command.name()): readonly Completable[] => {
  const taken = command.registeredArguments.map((each) => argumentValue(each, rootOf(command)));
  return [
    {
      path,
      commands: command.commands.map((each) => ({ name: each.name(), description: each.description() })),
      ...(taken.length > 0 && { argument: together(taken) }),
      options: [...optionsOf(command), { long: '--help', description: 'display help for command' }],
    },
    ...command.commands.flatMap((each) => completables(each, `${path} ${each.name()}`)),
  ];
};

const optionsOf = (command: Command): readonly CompletableOption[] =>
  [command, ...ancestors(command)].flatMap(({ options }) =>
    options.flatMap((option) =>
      option.long ? [{ long: option.long, description: option.description, ...optionValue(option) }] : [],
    ),
  );

/** `breaker reset` takes the options of `breaker`. */
const ancestors = ({ parent }: Command): readonly Command[] =>
  parent?.parent ? [parent, ...ancestors(parent)] : [];

const rootOf = (command: Command): Command => (command.parent ? rootOf(command.parent) : command);

const anything: Value = { words: [], isRule: false, isFile: false };

const fileOptions = ['--policies', '--output', '--template', '--terraform-plan', '--from', '--ledger'];

const optionValue = ({ long, argChoices, required, optional }: Option): { readonly value?: Value } => {
  if (!required && !optional) return {};
  if (long === '--region') return { value: { ...anything, words: knownRegions() } };
  if (long === '--rule') return { value: { ...anything, isRule: true } };
  return { value: { ...anything, words: argChoices ?? [], isFile: fileOptions.includes(long ?? '') } };
};

const argumentValue = (argument: Argument, root: Command): Value => {
  switch (argument.name()) {
    case 'rule-or-setting':
      return { ...anything, words: settings.map(({ path }) => path), isRule: true };
    case 'command':
      return { ...anything, words: root.commands.map((each) => each.name()) };
    case 'dir':
    case 'file':
    case 'path':
      return { ...anything, isFile: true };
    default:
      return { ...anything, words: argument.argChoices ?? [] };
  }
};

const together = (values: readonly Value[]): Value => ({
  words: values.flatMap(({ words }) => words),
  isRule: values.some(({ isRule }) => isRule),
  isFile: values.some(({ isFile }) => isFile),
});
