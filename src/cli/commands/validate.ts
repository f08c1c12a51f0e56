import { loadPolicies } from '../../policy/load-policies.ts';
import { exitCode } from '../exit-code.ts';
import { counted } from '../report/counted.ts';

/** Checks the policy files of a folder and prints every mistake as `file:line:column: message`. */
export const validate = async (folder: string): Promise<number> => {
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'mistakes') {
    for (const { file, line, column, message } of loaded.mistakes)
      console.error(`${file}:${line}:${column}: ${message}`);
    console.error(
      `\n${counted(loaded.mistakes.length, 'mistake')}. Nothing with these policies can be deployed.`,
    );
    return exitCode.usage;
  }
  for (const { file, line, column, message } of loaded.warnings)
    console.error(`${file}:${line}:${column}: warning: ${message}`);
  const { policies, digest } = loaded.policies;
  const rules = policies.flatMap((policy) => policy.rules);
  console.log(
    `${counted(policies.length, 'policy', 'policies')}, ${counted(rules.length, 'rule')}: all valid. Digest ${digest.slice(0, 19)}…`,
  );
  return exitCode.compliant;
};
