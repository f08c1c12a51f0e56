import { considerAsRemembered } from '../by-hand/consider-as-remembered.ts';
import { cliWorld } from '../cli-world.ts';
import { exitCode, worst } from '../exit-code.ts';
import { listenForInterruption } from '../interruption.ts';
import { formatted, keepsCompliant, type ListingFormat } from '../listing/format.ts';
import { type Listing, makeListing } from '../listing/listing.ts';
import { verdictsOf } from '../listing/verdicts-of.ts';
import { writeListing } from '../listing/write-listing.ts';
import { packageVersion } from '../package-version.ts';
import { policiesIn } from '../policies.ts';
import { inert } from '../report/inert.ts';
import { printAs, printError } from '../terminal/print.ts';
import type { LiveOptions } from './live-options.ts';
import { lookAtPools } from './look-at-pools.ts';
import { collectMisses } from './misses.ts';
import { liveAccount, roundOf } from './round-of.ts';
import { tellLeftOut } from './tell-left-out.ts';

export interface CheckLiveOptions extends LiveOptions {
  readonly policies: string;
  readonly format: ListingFormat;
  readonly output?: string;
}

/**
 * Holds live pools against policy and lists what is wrong, worst first. Needs cognito-idp:DescribeUserPool,
 * GetUserPoolMfaConfig and ListUserPools, nothing that writes; account:ListRegions for all Regions.
 * @returns the exit status
 */
export const checkLive = async (options: CheckLiveOptions): Promise<number> => {
  const policies = await policiesIn(options.policies);
  const account = await liveAccount(options);
  const world = cliWorld(policies);
  const listing = makeListing(keepsCompliant(options.format));
  const misses = collectMisses(options.allRegions);
  const gone: string[] = [];
  const interruption = listenForInterruption();
  const round = roundOf(options, account, world.pools, interruption);
  const left = await lookAtPools(round, {
    look: (pool) => considerAsRemembered(world, pool),
    take: ({ pool, outcome, look }) => {
      if (look) listing.add(verdictsOf(outcome, policies, look.evaluation.standing));
      else gone.push(pool.id);
    },
    miss: misses.add,
    empty: misses.addEmpty,
  });
  interruption.end();
  round.progress.clear();
  for (const each of misses.unreached()) listing.miss(each);
  const missing = options.pool.length > 0 ? gone : [];
  for (const id of missing) printError(`There is no user pool ${inert(id)} in ${account.accountId}.`);
  tellLeftOut(account, misses, interruption, left);
  const whole = listing.finish();
  await writeListing(formatted(whole, options.format, packageVersion), options.output, {
    print: printAs(options.format),
  });
  return worst([
    exitCodeOfListing(whole),
    missing.length > 0 ? exitCode.usage : exitCode.compliant,
    interruption.isAsked() ? exitCode.partly : exitCode.compliant,
  ]);
};

/** What couldn't be looked at isn't known to be compliant. */
export const exitCodeOfListing = ({ counts, unreached }: Listing): number => {
  if (unreached.length > 0) return exitCode.aws;
  return counts.violation + counts.refused > 0 ? exitCode.findings : exitCode.compliant;
};
