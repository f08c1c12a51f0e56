import { loadPolicies } from '../../policy/load-policies.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { inert } from '../report/inert.ts';
import { unreadPolicies } from '../report/unread-policies.ts';
import { printError } from '../terminal/print.ts';

/**
 * The policies of a folder, for a command that can do without: whoever takes something back in the middle of the
 * night mustn't have to mend a file first.
 * @param without what isn't done then, for the warning
 * @returns policies that ask for nothing where the folder has none, or has mistakes
 */
export const policiesIfSound = async (folder: string, without: string): Promise<PolicySet> => {
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'policies') return loaded.policies;
  printError(inert(`warning: ${unreadPolicies(folder, loaded.mistakes)}: ${without}`));
  return { digest: 'none', policies: [], exemptions: [], owners: [] };
};
