import type { Setting } from '../../pool/setting.ts';
import { didYouMean } from '../nearest-name.ts';
import { sentence } from '../sentence.ts';
import { keyProblem } from '../value-problem.ts';
import { firstIndexes } from './first-indexes.ts';
import type { OperandMistake } from './operator.ts';

/**
 * Checks a list of a setting's members, or of a map's keys.
 * @param least how many the operator needs
 * @returns the names where the operand is such a list, and the mistakes where it isn't
 */
export const readNames = (
  operator: string,
  operand: unknown,
  setting: Setting,
  least: number,
):
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly OperandMistake[] } => {
  const what = setting.kind.kind === 'map' ? 'key' : 'member';
  if (!Array.isArray(operand) || operand.length < least) {
    const message = `${operator} must be a list of at least ${least === 1 ? `one ${what}` : `two ${what}s`}.`;
    return { kind: 'mistakes', mistakes: [{ in: [], message }] };
  }
  const entries: readonly unknown[] = operand;
  const first = firstIndexes(entries);
  const mistakes = entries.flatMap((entry, index) => {
    const problem = entryProblem(entry, first.get(entry) !== index, setting);
    return problem === undefined ? [] : [{ in: [index], message: sentence(`${operator}${problem}`) }];
  });
  return mistakes.length > 0 ? { kind: 'mistakes', mistakes } : { kind: 'names', names: entries.map(String) };
};

/** What follows the operator's name in a sentence. */
const entryProblem = (entry: unknown, isRepeated: boolean, setting: Setting): string | undefined => {
  const { kind, path } = setting;
  const known = 'values' in kind ? kind.values : undefined;
  const name = typeof entry === 'string' ? entry : JSON.stringify(entry);
  if (known && !known.includes(name))
    return `: ${name} is not known; ${path} takes ${known.join(', ')}${didYouMean(name, known)}`;
  if (typeof entry !== 'string') return `: ${name} must be text: put it in quotes`;
  if (isRepeated) return `: ${name} is there twice`;
  const problem = kind.kind === 'map' ? keyProblem(name, setting) : undefined;
  return problem === undefined ? undefined : ` ${problem}`;
};
