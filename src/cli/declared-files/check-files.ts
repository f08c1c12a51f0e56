import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { formatted, keepsCompliant, type ListingFormat } from '../listing/format.ts';
import { makeListing } from '../listing/listing.ts';
import { writeListing } from '../listing/write-listing.ts';
import { packageVersion } from '../package-version.ts';
import { policiesIn } from '../policies.ts';
import { mistakeLine } from '../report/mistake-line.ts';
import { printAs, printError } from '../terminal/print.ts';
import { type Checked, checkTemplates, checkTerraformPlan } from './check-declared.ts';

/** Which files declare pools, and where they will be deployed. */
export interface DeclaredOptions {
  /** Templates of CloudFormation, SAM, Serverless or the CDK. */
  readonly template?: readonly string[];
  /** What `terraform show -json` printed. */
  readonly terraformPlan?: readonly string[];
  /** Of 12 digits; absent where only the files say it. */
  readonly account?: string;
  /** One at most. */
  readonly region: readonly string[];
}

/** How what was found is told. */
export interface CheckFilesOptions extends DeclaredOptions {
  readonly policies: string;
  readonly format: ListingFormat;
  readonly output?: string;
  /** What isn't known counts as a finding. */
  readonly strict: boolean;
}

/**
 * Holds the pools that files declare against policy, before they are deployed. Nothing of AWS is asked.
 * @returns the exit status: `findings` for violations, and for what is undetermined where that is asked for
 * @throws CliError that lists every mistake of every file
 */
export const checkFiles = async (options: CheckFilesOptions): Promise<number> => {
  const { template = [], terraformPlan = [], account, format, output, strict } = options;
  const [region] = options.region;
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
  const listing = makeListing(keepsCompliant(format), ['declared pool', 'declared pools']);
  for (const { pools, notes } of checked) {
    for (const note of notes) printError(mistakeLine({ ...note, message: `note: ${note.message}` }));
    for (const verdicts of pools) listing.add(verdicts);
  }
  const whole = listing.finish();
  await writeListing(formatted(whole, format, packageVersion), output, { print: printAs(format) });
  const { violation, refused, undetermined } = whole.counts;
  if (violation + refused > 0) return exitCode.findings;
  if (undetermined === 0) return exitCode.compliant;
  if (strict) return exitCode.findings;
  printError('What is undetermined does not fail this check; with --strict it does.');
  return exitCode.compliant;
};

/** What came of every file; mistakes of all of them at once. */
const allOf = async (checks: readonly Promise<Checked>[]): Promise<readonly Checked[]> => {
  const settled = await Promise.allSettled(checks);
  const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const defect = reasons.find((reason) => !(reason instanceof CliError));
  if (defect !== undefined) throw defect;
  if (reasons.length > 0)
    throw new CliError(reasons.map((reason: CliError) => reason.message).join('\n'), exitCode.usage);
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
};
