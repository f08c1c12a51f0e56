import { loadPolicies } from '../policy/load-policies.ts';
import type { PolicySet } from '../policy/policy.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { mistakeLine } from './report/mistake-line.ts';

/**
 * The policies of a folder.
 * @throws CliError that lists every mistake of every file, `file:line:column: message`
 */
export const policiesIn = async (folder: string): Promise<PolicySet> => {
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'policies') return loaded.policies;
  throw new CliError(loaded.mistakes.map(mistakeLine).join('\n'), exitCode.usage);
};
