import type { Command } from 'commander';
import { allRegionsOption, poolsOption, quietOption, rateOption, regionsOption } from '../options.ts';
import { badPoolIds } from '../pool-of-id.ts';

/** Which live pools a command looks at, and how fast. */
export interface LiveOptions {
  /** Pool ids; none means every pool of the Regions. */
  readonly pool: readonly string[];
  /** In place of the Region that the SDK's settings name. */
  readonly region: readonly string[];
  /** Every Region that the account has enabled, in place of those. */
  readonly allRegions: boolean;
  /** The share of Cognito's quota of reads to take in each Region. */
  readonly rate: number;
  readonly quiet: boolean;
}

/** What is wrong with them before anything is asked of AWS, inert. */
export const mistakesInLive = ({
  pool,
  region,
  allRegions,
}: LiveOptions): readonly (string | undefined)[] => [
  badPoolIds(pool),
  allRegions && (region.length > 0 || pool.length > 0)
    ? 'Give --all-regions, or --region, or --pool: a pool’s id names its Region.'
    : undefined,
];

/** Gives a command the options by which live pools are found. */
export const withLiveOptions = (command: Command): Command =>
  [poolsOption(), regionsOption(), allRegionsOption(), rateOption(), quietOption()].reduce(
    (each, option) => each.addOption(option),
    command,
  );
