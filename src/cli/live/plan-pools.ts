import type { World } from '../../world.ts';
import { type Considered, considerAsRemembered, type Memory } from '../by-hand/consider-as-remembered.ts';
import type { Interruption } from '../interruption.ts';
import type { Unreached } from '../listing/listing.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';
import { lookAtPools, type Round } from './look-at-pools.ts';
import { collectMisses } from './misses.ts';
import type { LiveAccount } from './round-of.ts';
import { tellLeftOut } from './tell-left-out.ts';

/** What it takes to plan for many pools. */
export interface Planning {
  readonly round: Round;
  readonly interruption: Interruption;
  readonly account: LiveAccount;
  readonly world: World;
  /** What is remembered of a Region's pools; undefined where that isn't known. Where it fails, the Region is left out. */
  readonly memoryOf: (region: string) => Promise<Memory | undefined>;
  /** Takes each plan; nothing else keeps it. */
  readonly take: (considered: Considered) => void;
}

/**
 * Plans for live pools at the pace of a round, and says on standard error what was left out.
 * @returns what could not be looked at
 */
export const planPools = async ({
  round,
  interruption,
  account,
  world,
  memoryOf,
  take,
}: Planning): Promise<readonly Unreached[]> => {
  const misses = collectMisses(account.isEvery);
  const left = await lookAtPools(round, {
    enter: memoryOf,
    look: async (pool) => considerAsRemembered(world, pool, await memoryOf(pool.region)),
    take,
    miss: misses.add,
    empty: misses.addEmpty,
  });
  interruption.end();
  round.progress.clear();
  const unreached = misses.unreached();
  for (const { what, message } of unreached) printError(`Not looked at: ${inert(what)}: ${inert(message)}`);
  tellLeftOut(account, misses, interruption, left);
  return unreached;
};
