import { enabled, listRegions } from '../../pool/list-regions.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { reasonOf } from './reason-of.ts';

/**
 * The Regions that the account can use: those that nobody has to turn on, and those that it has turned on.
 * @param region any Region of the account's partition
 * @throws CliError where AWS doesn't tell
 */
export const enabledRegions = (region: string): Promise<readonly string[]> =>
  listRegions({ region }, enabled).catch((error: unknown) => {
    throw new CliError(
      `Can't tell which Regions are enabled. ${inert(reasonOf(error))} Or name them with --region.`,
      exitCode.aws,
    );
  });
