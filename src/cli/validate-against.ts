import { loosened } from '../policy/loosened.ts';
import type { PolicySet } from '../policy/policy.ts';
import { exitCode } from './exit-code.ts';
import { counted } from './report/counted.ts';
import { inert } from './report/inert.ts';
import { policiesAt } from './validate-against-ref.ts';

/**
 * Prints what was loosened between a folder's policies as they stand at a git ref and as they are now.
 * @returns the exit status: `findings` where anything was loosened
 * @throws CliError where git doesn't know the ref, or the policies there have mistakes
 */
export const validateAgainst = async (
  now: PolicySet,
  folder: string,
  ref: string,
  format: 'text' | 'json',
): Promise<number> => {
  const before = await policiesAt(folder, ref);
  if (!before)
    console.error(inert(`${ref} has no policy files in ${folder}: there is nothing to compare with.`));
  const found = before ? loosened(before, now) : [];
  if (format === 'json') console.log(JSON.stringify({ against: ref, loosened: found }, null, 2));
  else {
    for (const { source, kind, message } of found)
      console.log(inert(`${source.file}:${source.line}:${source.column}: ${kind}: ${message}`));
    console.log(
      found.length === 0
        ? `Nothing was loosened since ${inert(ref)}.`
        : `\nLoosened since ${inert(ref)} in ${counted(found.length, 'place')}.`,
    );
  }
  return found.length === 0 ? exitCode.compliant : exitCode.findings;
};
