import { type Loosening, loosened } from '../policy/loosened.ts';
import type { PolicySet } from '../policy/policy.ts';
import { counted } from './report/counted.ts';
import { inert } from './report/inert.ts';
import { printError } from './terminal/print.ts';
import { policiesAt } from './validate-against-ref.ts';

/**
 * What was loosened between a folder's policies as they stand at a git ref and as they are now. Where there were none,
 * that is said on standard error.
 * @throws CliError where git doesn't know the ref, or the policies there have mistakes
 */
export const loosenedSince = async (
  now: PolicySet,
  folder: string,
  ref: string,
): Promise<readonly Loosening[]> => {
  const before = await policiesAt(folder, ref);
  if (before) return loosened(before, now);
  printError(inert(`${ref} has no policy files in ${folder}: there is nothing to compare with.`));
  return [];
};

/** The same for a terminal, a line for each. */
export const looseningText = (ref: string, found: readonly Loosening[]): readonly string[] => [
  ...found.map(({ source, kind, message }) =>
    inert(`${source.file}:${source.line}:${source.column}: ${kind}: ${message}`),
  ),
  found.length === 0
    ? `Nothing was loosened since ${inert(ref)}.`
    : `\nLoosened since ${inert(ref)} in ${counted(found.length, 'place')}.`,
];
