import { loadPolicies } from '../src/policy/load-policies.ts';
import type { PolicySet } from '../src/policy/policy.ts';

/** The policies of a folder beside this file. @throws where they have mistakes */
export const policiesIn = async (folder: string): Promise<PolicySet> => {
  const loaded = await loadPolicies(new URL(`policies/${folder}`, import.meta.url).pathname);
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.policies;
};
