import { CliError } from '../cli-error.ts';
import { type Checked, checkTemplates, checkTerraformPlan } from '../declared-files/check-declared.ts';
import { exitCode } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { mistakeLine } from '../report/mistake-line.ts';
import { verdictCounts, verdictLines } from '../report/verdict-lines.ts';

export interface CheckOptions {
  readonly policies: string;
  /** Templates of CloudFormation, SAM, Serverless or the CDK. */
  readonly template?: readonly string[];
  /** What `terraform show -json` printed. */
  readonly terraformPlan?: readonly string[];
  /** Where it will be deployed, where the files don't say it. */
  readonly account?: string;
  readonly region?: string;
  /** What isn't known counts as a finding. */
  readonly strict: boolean;
}

/**
 * Holds the pools that files declare against policy, before they are deployed. Nothing of AWS is asked.
 * @returns the exit status: `findings` for violations, and for what is undetermined where that is asked for
 * @throws CliError that lists every mistake of every file
 */
export const check = async (options: CheckOptions): Promise<number> => {
  const { template = [], terraformPlan = [], account, region, strict } = options;
  if (template.length + terraformPlan.length === 0)
    throw new CliError('Name what to check: --template FILE or --terraform-plan FILE.', exitCode.usage);
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw new CliError('--account takes the 12 digits of an AWS account.', exitCode.usage);
  const checking = {
    policies: await policiesIn(options.policies),
    today: new Date().toISOString().slice(0, 10),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
  const checked = await allOf([
    ...(template.length > 0 ? [checkTemplates(template, checking)] : []),
    ...terraformPlan.map((path) => checkTerraformPlan(path, checking)),
  ]);
  return report(checked, strict);
};

/** What came of every file; mistakes of all of them at once. */
const allOf = async (checks: readonly Promise<Checked>[]): Promise<Checked> => {
  const settled = await Promise.allSettled(checks);
  const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const defect = reasons.find((reason) => !(reason instanceof CliError));
  if (defect !== undefined) throw defect;
  if (reasons.length > 0)
    throw new CliError(reasons.map((reason: CliError) => reason.message).join('\n'), exitCode.usage);
  const all = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return {
    verdicts: all.flatMap(({ verdicts }) => verdicts),
    pools: all.reduce((sum, { pools }) => sum + pools, 0),
    notes: all.flatMap(({ notes }) => notes),
  };
};

const report = ({ verdicts, pools, notes }: Checked, strict: boolean): number => {
  for (const note of notes) console.error(mistakeLine({ ...note, message: `note: ${note.message}` }));
  for (const line of verdictLines(verdicts)) console.log(line);
  console.log(verdictCounts(verdicts, pools));
  if (verdicts.some(({ status }) => status === 'violation')) return exitCode.findings;
  if (!verdicts.some(({ status }) => status === 'undetermined')) return exitCode.compliant;
  if (strict) return exitCode.findings;
  console.error('What is undetermined does not fail this check; with --strict it does.');
  return exitCode.compliant;
};
