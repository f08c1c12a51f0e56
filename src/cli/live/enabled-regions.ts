import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { reasonOf } from './reason-of.ts';

/**
 * The Regions that the account can use: those that nobody has to turn on, and those that it has turned on.
 * @param region any Region of the account's partition
 * @throws CliError where AWS doesn't tell
 */
export const enabledRegions = async (region: string): Promise<readonly string[]> => {
  const pages = paginateListRegions(
    { client: new AccountClient({ region }), pageSize: 50 },
    { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] },
  );
  const names: string[] = [];
  try {
    for await (const { Regions = [] } of pages)
      names.push(...Regions.flatMap(({ RegionName }) => RegionName ?? []));
  } catch (error) {
    throw new CliError(
      `Can't tell which Regions are enabled. ${inert(reasonOf(error))} Or name them with --region.`,
      exitCode.aws,
    );
  }
  return names.toSorted();
};
