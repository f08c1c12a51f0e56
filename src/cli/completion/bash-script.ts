import type { Completable, Value } from './completable.ts';
import { ruleIds } from './rules-in-files.ts';

/**
 * One function: finds the command among the words, then offers what it takes. Names of files are completed where nothing
 * is offered. zsh runs it too, by bashcompinit; its own `path` and `words` are none of our variables.
 */
export const bashScript = (all: readonly Completable[]): string => `_lifeguard_rules() {
  local folder=./policies i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      --policies) folder="\${COMP_WORDS[i+1]}"; [[ "$folder" == = ]] && folder="\${COMP_WORDS[i+2]}" ;;
      --policies=*) folder="\${COMP_WORDS[i]#*=}" ;;
    esac
  done
  find "\${folder/#\\~/$HOME}" -maxdepth 1 -name '*.yaml' -exec sed -n '${ruleIds}' {} + 2>/dev/null
}
_lifeguard() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at=lifeguard offered= stem= i
  COMPREPLY=()
  # bash takes the = of --format=json for a word, and zsh takes all of it for one.
  [[ "$word" == = ]] && word=
  [[ "$before" == = ]] && before="\${COMP_WORDS[COMP_CWORD-2]}"
  case "$word" in
    --*=*) before="\${word%%=*}"; stem="$before="; word="\${word#*=}" ;;
  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
${all
  .slice(1)
  .map(({ path }) => `      '${path}') at='${path}' ;;`)
  .join('\n')}
    esac
  done
  case "$at $before" in
${branches(all.flatMap(optionValues), '    ')}
    *)
      case "$at|$word" in
${branches(
  all.map((each) => [`'${each.path}|-'*`, `'${optionNames(each)}'`]),
  '        ',
)}
${branches(
  all.map((each) => [`'${each.path}|'*`, operands(each)]),
  '        ',
)}
      esac ;;
  esac
  COMPREPLY=($(compgen -P "$stem" -W "$offered" -- "$word"))
}
complete -o default -F _lifeguard lifeguard`;

/** A pattern of `case`, and what is offered where it fits. */
type Branch = readonly [pattern: string, offered: string];

/** Branches of a `case`; those that offer the same are one. */
const branches = (all: readonly Branch[], indent: string): string =>
  [...Map.groupBy(all, ([, offered]) => offered)]
    .map(([offered, same]) => `${indent}${same.map(([pattern]) => pattern).join('|')}) offered=${offered} ;;`)
    .join('\n');

const optionValues = ({ path, options }: Completable): readonly Branch[] =>
  options.flatMap(({ long, value }) => (value ? [[`'${path} ${long}'`, offer(value)] as const] : []));

const optionNames = ({ options }: Completable): string => options.map(({ long }) => long).join(' ');

/** Where no option has begun: commands or arguments, and options for a command that takes neither. */
const operands = (each: Completable): string => {
  const { commands, argument } = each;
  if (!argument && commands.length === 0) return `'${optionNames(each)}'`;
  const names = commands.map(({ name }) => name);
  return offer({ isRule: false, isFile: false, ...argument, words: [...names, ...(argument?.words ?? [])] });
};

const offer = ({ words, isRule }: Value): string =>
  `'${words.join(' ')}'${isRule ? `" $(_lifeguard_rules)"` : ''}`;
