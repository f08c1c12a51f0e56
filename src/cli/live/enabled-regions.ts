import { enabledRegions as listEnabledRegions } from '../../pool/enabled-regions.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { reasonOf } from './reason-of.ts';

/**
 * The Regions that the account can use.
 * @param region any Region of the account's partition
 * @throws CliError where AWS doesn't tell
 */
export const enabledRegions = async (region: string): Promise<readonly string[]> => {
  try {
    return await listEnabledRegions({ region });
  } catch (error) {
    throw new CliError(
      `Can't tell which Regions are enabled. ${inert(reasonOf(error))} Or name them with --region.`,
      exitCode.aws,
    );
  }
};
