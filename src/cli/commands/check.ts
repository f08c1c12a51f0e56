import { CliError } from '../cli-error.ts';
import { type CheckFilesOptions, checkFiles } from '../declared-files/check-files.ts';
import { exitCode } from '../exit-code.ts';
import { type CheckLiveOptions, checkLive } from '../live/check-live.ts';

/** What either needs; the Regions of live pools are where files will be deployed. */
export interface CheckOptions extends CheckLiveOptions, CheckFilesOptions {}

/**
 * Holds pools against policy and lists what is wrong, worst first: live ones, or those that files declare.
 * @returns the exit status
 * @throws CliError where options don't go together
 */
export const check = async (options: CheckOptions): Promise<number> => {
  const { template = [], terraformPlan = [], account, pool, allRegions, region } = options;
  const areFiles = template.length + terraformPlan.length > 0;
  if (areFiles && (pool.length > 0 || allRegions))
    throw new CliError(
      '--pool and --all-regions name live pools: leave them out with --template and --terraform-plan.',
      exitCode.usage,
    );
  if (areFiles && region.length > 1)
    throw new CliError('Files are held against policy for one --region at a time.', exitCode.usage);
  if (!areFiles && account !== undefined)
    throw new CliError(
      '--account says where files will be deployed: live pools are those of the credentials’ account.',
      exitCode.usage,
    );
  return areFiles ? checkFiles(options) : checkLive(options);
};
