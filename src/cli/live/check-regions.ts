import { didYouMean } from '../../policy/nearest-name.ts';
import { listRegions } from '../../pool/list-regions.ts';
import { isRegionName } from '../../pool/region-name.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';
import { reasonOf } from './reason-of.ts';
import { isKnownRegion, knownRegions } from './region-names.ts';

/** Regions that neither the SDK nor AWS has told of, and why AWS hasn't. */
export interface Doubt {
  readonly regions: readonly string[];
  readonly why: string;
}

/**
 * Refuses Regions that don't exist. AWS has more of them than this version's SDK knows of, so the account's own list is
 * asked for those that it doesn't know, and one that isn't told is left as a doubt.
 * @throws CliError that names every one that AWS doesn't have
 */
export const checkRegions = async (regions: readonly string[]): Promise<Doubt | undefined> => {
  const unknown = regions.filter((region) => !isKnownRegion(region));
  const [sample] = unknown.filter(isRegionName);
  if (sample === undefined) {
    refuseMistakes(unknown.map((region) => noSuchRegion(region)));
    return undefined;
  }
  const told = await listRegions({ region: sample }).then(
    (names) => ({ names }),
    (error: unknown) => ({ why: reasonOf(error) }),
  );
  const names = 'names' in told ? told.names : [];
  refuseMistakes(
    unknown
      .filter((region) => !isRegionName(region) || ('names' in told && !names.includes(region)))
      .map((region) => noSuchRegion(region, names)),
  );
  return 'why' in told ? { regions: unknown, why: told.why } : undefined;
};

/** That there is no such Region, with the nearest that there is. @param told Regions that the SDK needn't know */
export const noSuchRegion = (region: string, told: readonly string[] = []): string =>
  `There is no Region ${inert(region)}${didYouMean(region, [...knownRegions(), ...told]) || '.'}`;

/** Warns of Regions that this version doesn't know, where AWS isn't asked or does not tell. @param more a sentence on */
export const tellUnknown = (regions: readonly string[], more = ''): void => {
  for (const region of regions.filter((each) => !isKnownRegion(each)))
    printError(
      `warning: This version knows no Region ${inert(region)}${didYouMean(region, knownRegions()) || '.'}${more}`,
    );
};

/** Warns of Regions that neither the SDK nor AWS has told of. */
export const tellDoubt = ({ regions, why }: Doubt): void =>
  tellUnknown(regions, ` AWS did not tell whether there is one: ${inert(why)}`);
