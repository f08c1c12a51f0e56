import { setTimeout } from 'node:timers/promises';
import { regionOfPoolId } from '../../pool/pool-ref.ts';
import type { Pools } from '../../pool/pools.ts';
import { paceOf } from '../../sweep/pace.ts';
import { type AwsAccount, awsAccount } from '../aws-account.ts';
import type { Interruption } from '../interruption.ts';
import { poolOfId } from '../pool-of-id.ts';
import { enabledRegions } from './enabled-regions.ts';
import type { LiveOptions } from './live-options.ts';
import type { Round } from './look-at-pools.ts';
import { noProgress, progressOn } from './progress.ts';

/** An account, and the Regions of it that are meant. */
export interface LiveAccount extends AwsAccount {
  /** Those of the pools, where pools are named. */
  readonly regions: readonly string[];
  /** True where these are all that the account has enabled. */
  readonly isEvery: boolean;
}

/**
 * Finds out whose pools are meant, and where.
 * @throws CliError where a Region doesn't exist, or AWS doesn't tell
 */
export const liveAccount = async ({ pool, region, allRegions }: LiveOptions): Promise<LiveAccount> => {
  const account = await awsAccount(region[0], region);
  const isEvery = allRegions;
  if (isEvery) return { ...account, regions: await enabledRegions(account.region), isEvery };
  const meant = pool.length > 0 ? pool.map(regionOfPoolId) : region.length > 0 ? region : [account.region];
  return { ...account, regions: [...new Set(meant)], isEvery };
};

/** The round of looks that options ask for. */
export const roundOf = (
  { pool, rate, quiet }: LiveOptions,
  { accountId, regions }: LiveAccount,
  pools: Pick<Pools, 'page'>,
  interruption: Interruption,
): Round => ({
  pools,
  accountId,
  regions,
  named: [...new Set(pool)].map((id) => poolOfId({ accountId }, id)),
  pace: paceOf(rate),
  progress: quiet ? noProgress : progressOn(process.stderr, Date.now),
  now: Date.now,
  wait: (milliseconds) => setTimeout(milliseconds),
  isEnded: interruption.isAsked,
});
