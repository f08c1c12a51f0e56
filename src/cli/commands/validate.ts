import { expiringExemptions } from '../../policy/expiring-exemptions.ts';
import { loadPolicies } from '../../policy/load-policies.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { counted } from '../report/counted.ts';
import { mistakeLine } from '../report/mistake-line.ts';
import { validateAgainst } from '../validate-against.ts';

export interface ValidateOptions {
  /** A git ref: also lists what was loosened since, and ends with `findings` where anything was. */
  readonly against?: string;
  /** How that list is printed; as JSON it is all that goes to standard output. */
  readonly format?: 'text' | 'json';
}

/**
 * Checks the policy files of a folder and prints every mistake as `file:line:column: message`.
 * @returns the exit status
 * @throws CliError where the options don't go together, or the ref can't be compared with
 */
export const validate = async (
  folder: string,
  { against, format = 'text' }: ValidateOptions = {},
): Promise<number> => {
  if (format === 'json' && against === undefined)
    throw new CliError('--format says how --against prints its list: give both.', exitCode.usage);
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'mistakes') {
    for (const mistake of loaded.mistakes) console.error(mistakeLine(mistake));
    console.error(
      `\n${counted(loaded.mistakes.length, 'mistake')}. Nothing with these policies can be deployed.`,
    );
    return exitCode.usage;
  }
  const today = new Date().toISOString().slice(0, 10);
  for (const warning of [...loaded.warnings, ...expiringExemptions(loaded.policies, today)])
    console.error(mistakeLine({ ...warning, message: `warning: ${warning.message}` }));
  const { policies, owners, digest } = loaded.policies;
  const rules = policies.flatMap((policy) => policy.rules);
  if (format === 'text')
    console.log(
      `${counted(policies.length, 'policy', 'policies')}, ${counted(rules.length, 'rule')}${owners.length > 0 ? `, ${counted(owners.length, 'owner')}` : ''}: all valid. Digest ${digest.slice(0, 19)}…`,
    );
  return against === undefined
    ? exitCode.compliant
    : validateAgainst(loaded.policies, folder, against, format);
};
