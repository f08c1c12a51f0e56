import { isRegionName } from '../../pool/region-name.ts';
import { type CheckFilesOptions, checkFiles } from '../declared-files/check-files.ts';
import { type CheckLiveOptions, checkLive } from '../live/check-live.ts';
import { noSuchRegion, tellUnknown } from '../live/check-regions.ts';
import { mistakesInLive } from '../live/live-options.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';

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
  refuseMistakes(
    areFiles
      ? [
          pool.length > 0 || allRegions
            ? '--pool and --all-regions name live pools: leave them out with --template and --terraform-plan.'
            : undefined,
          region.length > 1 ? 'Files are held against policy for one --region at a time.' : undefined,
          ...region.map((each) => (isRegionName(each) ? undefined : noSuchRegion(each))),
          account === undefined || /^\d{12}$/.test(account)
            ? undefined
            : '--account takes the 12 digits of an AWS account.',
        ]
      : [
          ...mistakesInLive(options),
          account === undefined
            ? undefined
            : '--account says where files will be deployed: live pools are those of the credentials’ account.',
        ],
  );
  if (areFiles) tellUnknown(region);
  return areFiles ? checkFiles(options) : checkLive(options);
};
