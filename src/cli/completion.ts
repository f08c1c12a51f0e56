import type { Command, Option } from 'commander';

/** Shells that a script can be had for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** What can be typed after some words: the names of commands, and options with what they take. */
export interface Completable {
  /** `lifeguard breaker` */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly {
    readonly long: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
}

/** All that a command line takes, the command and its subcommands. */
export const completables = (command: Command, path = command.name()): readonly Completable[] => [
  {
    path,
    commands: command.commands.map((each) => ({ name: each.name(), description: each.description() })),
    options: [
      ...optionsOf(command),
      { long: '--help', description: 'display help for command', choices: [] },
    ],
  },
  ...command.commands.flatMap((each) => completables(each, `${path} ${each.name()}`)),
];

const optionsOf = (command: Command): Completable['options'] =>
  [command, ...ancestors(command)].flatMap(({ options }) =>
    options.flatMap(({ long, description, argChoices = [] }: Option) =>
      long ? [{ long, description, choices: argChoices }] : [],
    ),
  );

/** `breaker reset` takes the options of `breaker`. */
const ancestors = ({ parent }: Command): readonly Command[] =>
  parent?.parent ? [parent, ...ancestors(parent)] : [];

/** A completion script. Names of files are completed where nothing else fits. */
export const completionScript = (shell: Shell, all: readonly Completable[]): string => {
  switch (shell) {
    case 'bash':
      return bashScript(all);
    case 'zsh':
      return `#compdef lifeguard\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(all)}`;
    case 'fish':
      return fishScript(all);
  }
};

/**
 * One function: finds the command among the words, then offers what it takes. zsh runs it too, by
 * bashcompinit; its own `path` and `words` are none of our variables.
 */
const bashScript = (all: readonly Completable[]): string => `_lifeguard() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at=lifeguard offered= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
${all
  .slice(1)
  .map(({ path }) => `      '${path}') at='${path}' ;;`)
  .join('\n')}
    esac
  done
  case "$at $before" in
${all
  .flatMap(({ path, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ long, choices }) => `    '${path} ${long}') offered='${choices.join(' ')}' ;;`),
  )
  .join('\n')}
    *)
      case "$at" in
${all
  .map(
    ({ path, commands, options }) =>
      `        '${path}') offered='${[...commands.map(({ name }) => name), ...options.map(({ long }) => long)].join(' ')}' ;;`,
  )
  .join('\n')}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$offered" -- "$word"))
}
complete -o default -F _lifeguard lifeguard`;

/** Fish has a line for each thing that can be typed, with when it can be. */
const fishScript = (all: readonly Completable[]): string => {
  const top = all[0]?.commands.map(({ name }) => name).join(' ') ?? '';
  return all
    .flatMap(({ path, commands, options }) => {
      const words = path.split(' ').slice(1);
      const inside = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
      const condition = inside === '' ? `not __fish_seen_subcommand_from ${top}` : inside;
      const line = `complete -c lifeguard -n '${condition}'`;
      return [
        ...commands.map(({ name, description }) => `${line} -f -a ${name} -d ${quoted(description)}`),
        ...options.map(
          ({ long, description, choices }) =>
            `${line} -l ${long.slice(2)} -d ${quoted(description)}${choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ''}`,
        ),
      ];
    })
    .join('\n');
};

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
