import type { DeclaredPool } from '../../declared/declared-pool.ts';
import { judge } from '../../declared/judge.ts';
import { readTemplate } from '../../declared/template/read-template.ts';
import { readTerraformPlan } from '../../declared/terraform/read-terraform-plan.ts';
import type { Mistake } from '../../policy/mistake.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { Verdict } from '../listing/verdict.ts';
import { type ReadFile, readDeclared } from './read-declared.ts';
import { verdictOf } from './verdict-of.ts';

export interface CheckDeclaredOptions {
  readonly policies: PolicySet;
  /** The day in UTC, which exemptions are held against. */
  readonly today: string;
  /** The account and Region of the deployment, where somebody says them. */
  readonly account?: string;
  readonly region?: string;
}

/** How every rule stands at every pool of some files. */
export interface Checked {
  /** The verdicts of each pool. */
  readonly pools: readonly (readonly Verdict[])[];
  /** What was not looked at, and why. */
  readonly notes: readonly Mistake[];
}

/** What CloudFormation takes at most. Source: its user guide, quotas (template body in Amazon S3: 1 MB). */
const largestTemplate = 1024 * 1024;

/** Plans of large states have tens of megabytes. */
const largestPlan = 64 * 1024 * 1024;

/**
 * Holds the pools of templates against policy.
 * @throws CliError that lists every mistake of every file, `file:line:column: message`
 */
export const checkTemplates = async (
  paths: readonly string[],
  options: CheckDeclaredOptions,
): Promise<Checked> => {
  const { account, region } = options;
  const facts = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
  return checked(
    await readDeclared(paths, largestTemplate, (text, file) => readTemplate(text, file, facts)),
    options,
  );
};

/**
 * Holds the pools that a Terraform plan creates or updates against policy.
 * @param path what `terraform show -json PLANFILE` printed
 * @throws CliError that lists every mistake in the file
 */
export const checkTerraformPlan = async (path: string, options: CheckDeclaredOptions): Promise<Checked> =>
  checked(await readDeclared([path], largestPlan, readTerraformPlan), options);

const checked = (files: readonly ReadFile[], options: CheckDeclaredOptions): Checked => ({
  pools: files.flatMap((file) => file.pools).map((pool) => verdictsOf(pool, options)),
  notes: files.flatMap(({ notes }) => notes),
});

/** How every rule that binds a declared pool, or may bind it, stands at it. */
export const verdictsOf = (
  pool: DeclaredPool,
  { policies, ...options }: CheckDeclaredOptions,
): readonly Verdict[] => judge(pool, policies, options).map(verdictOf);
