import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { settingAt } from '../pool/settings.ts';
import { tierRank } from '../remediation/tiers.ts';
import type { PoolHistory } from './pool-history.ts';
import { day, elapsed } from './times.ts';

/** A tier that was given up longer ago was given up on purpose. */
const remembered = 30 * day;

type Tier = NonNullable<PoolHistory['tier']>;

/** A tier on which the pool stood for less was never its own: whoever sets it for a minute must not have us keep it. */
const itsOwnAfter = day;

/** The tier to remember after a look: the highest of the last 30 days on which the pool stood for a day at least. */
export const tierAfter = (tier: Tier | undefined, snapshot: PoolSnapshot, now: string): Tier | undefined => {
  const current = readSetting(snapshot, settingAt('UserPoolTier'));
  const isHigher = tier !== undefined && tierRank(tier.value) > tierRank(current);
  if (isHigher && isItsOwn(tier) && elapsed(tier.at, now) < remembered) return tier;
  if (typeof current !== 'string') return undefined;
  return { value: current, since: tier?.value === current ? tier.since : now, at: now };
};

const isItsOwn = ({ since, at }: Tier): boolean => elapsed(since, at) >= itsOwnAfter;

/** The tier that the pool has come down from; undefined where it is as high as it was. */
export const tierBefore = (
  tier: Tier | undefined,
  snapshot: PoolSnapshot,
  now: string,
): string | undefined => {
  const kept = tierAfter(tier, snapshot, now)?.value;
  return kept !== undefined && tierRank(kept) > tierRank(readSetting(snapshot, settingAt('UserPoolTier')))
    ? kept
    : undefined;
};
