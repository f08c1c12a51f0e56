import type { Completable, Value } from './completable.ts';
import { ruleIds } from './rules-in-files.ts';

/** Fish has a line for each thing that can be typed, with when it can be. */
export const fishScript = (all: readonly Completable[]): string => {
  const top = all[0]?.commands.map(({ name }) => name).join(' ') ?? '';
  const lines = all.flatMap(({ path, commands, argument, options }) => {
    const words = path.split(' ').slice(1);
    const inside = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const condition = inside === '' ? `not __fish_seen_subcommand_from ${top}` : inside;
    const line = `complete -c lifeguard -n '${condition}'`;
    return [
      ...(argument?.isFile ? [] : [`${line} -f`]),
      ...(argument && (argument.words.length > 0 || argument.isRule)
        ? [`${line} -a ${offer(argument)}`]
        : []),
      ...commands.map(({ name, description }) => `${line} -a ${name} -d ${quoted(description)}`),
      ...options.map(
        ({ long, description, value }) =>
          `${line} -l ${long.slice(2)} -d ${quoted(description)}${value ? taken(value) : ''}`,
      ),
    ];
  });
  return `${rules}\n${lines.join('\n')}`;
};

const rules = `function __lifeguard_rules
  set -l words (commandline -opc)
  set -l folder ./policies
  set -l at (contains -i -- --policies $words); and set folder $words[(math $at + 1)]
  set -l joined (string replace -fr -- '^--policies=' '' $words); and set folder $joined[-1]
  find $folder -maxdepth 1 -name '*.yaml' -exec sed -n '${ruleIds.replaceAll('\\', '\\\\')}' '{}' + 2>/dev/null
end`;

/** `-x` is for a value that is no file. */
const taken = (value: Value): string =>
  value.isFile ? ' -r' : ` -x${value.words.length > 0 || value.isRule ? ` -a ${offer(value)}` : ''}`;

const offer = ({ words, isRule }: Value): string =>
  quoted([...words, ...(isRule ? ['(__lifeguard_rules)'] : [])].join(' '));

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
