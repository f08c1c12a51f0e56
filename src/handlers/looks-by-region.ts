import type { Logger } from '@aws-lambda-powertools/logger';
import type { RegionChange } from '../change/region-change.ts';
import { poolRef } from '../pool/pool-ref.ts';
import type { Pools } from '../pool/pools.ts';
import { timeForALook } from '../remediation/time-for-a-look.ts';
import { logKeys } from './log-keys.ts';
import type { LookAtPool } from './looks-by-pool.ts';

/** Each look takes two reads at least, of the 15 a second that a Region has for everybody's tools. */
const looksAtATime = 3;

/** What looking at a Region takes. */
export interface RegionTools {
  readonly pools: Pools;
  readonly logger: Logger;
  readonly lookAt: LookAtPool;
  /** How many milliseconds are left. */
  readonly timeLeft: () => number;
}

/**
 * Looks at all pools of a Region, for calls whose record doesn't name theirs.
 * @returns looks at a Region once, however many calls ask for it. It rejects where the pools couldn't be listed, a
 *   look couldn't be finished, or time ran short, and then the event must be brought again: what has been looked at
 *   is covered by then
 */
export const looksByRegion = (tools: RegionTools): ((change: RegionChange) => Promise<void>) => {
  const regions = new Map<string, Promise<void>>();
  return (change) => {
    const looks = regions.get(change.region) ?? lookAtAll(tools, change);
    regions.set(change.region, looks);
    return looks;
  };
};

const lookAtAll = async (tools: RegionTools, { region, accountId, cause }: RegionChange): Promise<void> => {
  const { pools, logger, lookAt, timeLeft } = tools;
  const ids = pools.list(region)[Symbol.asyncIterator]();
  let found = 0;
  let unfinished = 0;
  let isLate = false;
  const lookOnAndOn = async (): Promise<void> => {
    for (let next = await ids.next(); !next.done && !isLate; next = await ids.next()) {
      isLate = timeLeft() < timeForALook;
      if (isLate) return;
      found += 1;
      await lookAt(poolRef(accountId, region, next.value)).catch(() => {
        unfinished += 1;
      });
    }
  };
  const looks = await Promise.allSettled(Array.from({ length: looksAtATime }, lookOnAndOn));
  const failure = looks.find((look) => look.status === 'rejected');
  const keys = (reason: string) => ({ ...logKeys({ causes: [cause], reason }) });
  const problem = failure
    ? `The user pools of ${region} could not be listed: ${String(failure.reason)}`
    : isLate
      ? `Time ran short after ${found} user pools of ${region}.`
      : `${unfinished} of ${found} user pools of ${region} could not be looked at.`;
  if (failure || isLate || unfinished > 0) {
    logger.error('unfinished', keys(problem));
    throw new Error(problem);
  }
  if (found === 0) logger.info('ignored', keys(`no-pools: ${region} has no user pool, or no longer.`));
};
