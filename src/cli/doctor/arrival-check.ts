import { minute, moment } from '../../history/times.ts';
import type { Desk } from '../../ledger/desk.ts';
import type { Remembered } from '../../ledger/ledger.ts';
import { poolRef } from '../../pool/pool-ref.ts';
import { inert } from '../report/inert.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import type { RecordedChange } from './recorded-changes.ts';

/** Minutes in which EventBridge may still be on its way, or a look be put off. */
const grace = 20;

/** How many pools' memories are read to find an event that came. */
const mostPools = 5;

/** Where a Region's events are looked for. */
export interface Watched {
  readonly accountId: string;
  readonly region: string;
  readonly home: string;
}

/** The command that proves that a Region's events arrive. */
export const rehearsal = (region: string, home: string): string =>
  region === home ? 'lifeguard rehearse' : `lifeguard rehearse --region ${inert(region)}`;

/**
 * Whether the newest of a Region's changes came: its pool's item in the ledger says when it was looked at last, and which
 * events have had it looked at.
 * @param name what the check is called
 * @param changes the newest first
 */
export const arrivalCheck = async (
  name: string,
  desk: Pick<Desk, 'pool'>,
  { accountId, region, home }: Watched,
  changes: readonly RecordedChange[],
  now: Date,
): Promise<Check> => {
  const isHome = region === home;
  const rehearse = rehearsal(region, home);
  const [newest] = changes;
  if (!newest && !isHome)
    return ok(
      name,
      `CloudTrail has no change to a user pool of ${inert(region)} in 90 days: no event had to arrive from there.`,
    );
  if (!newest)
    return unknown(
      name,
      `CloudTrail has no change to a user pool of ${inert(region)} in 90 days, so none can have arrived.`,
      `Prove it on a pool that is made for it and deleted again: ${rehearse}`,
    );
  const memories = await memoriesOf(desk, changes, (pool) => poolRef(accountId, region, pool));
  const came = changes.find((change) => hasCome(change, memories.get(change.pool)));
  const what = `The newest change ${isHome ? '' : `in ${inert(region)} `}that CloudTrail recorded`;
  const shown = shownChange(newest);
  if (came === newest)
    return ok(name, `${what} arrived${isHome ? '' : ` in ${inert(home)}`}, and was looked at: ${shown}.`);
  const since = came
    ? `; the newest whose event arrived is ${shownChange(came)}`
    : '; of no other did an event arrive';
  if (isSeen(newest, memories.get(newest.pool))) {
    if (came && newest.at.getTime() - came.at.getTime() <= grace * minute)
      return ok(name, `${what} was looked at: ${shown}${since}.`);
    return unknown(
      name,
      `${what} was looked at, by a sweep perhaps: its event is not remembered: ${shown}${since}.`,
      `Prove on a pool that is made for it and deleted again that events arrive: ${rehearse}`,
    );
  }
  if (now.getTime() - newest.at.getTime() < grace * minute)
    return unknown(
      name,
      `${what} is not looked at yet: ${shown}${since}.`,
      `Run the command again in ${grace} minutes.`,
    );
  return wrong(
    name,
    `${what} was not looked at: ${shown}${since}.`,
    `See trail, rules, ${isHome ? '' : 'forwarders, '}dead letters and roles above; then the log of on-pool-change: docs/deploy.md, When nothing comes.`,
  );
};

/** What is remembered of the pools that were changed last. */
const memoriesOf = async (
  desk: Pick<Desk, 'pool'>,
  changes: readonly RecordedChange[],
  ref: (pool: string) => ReturnType<typeof poolRef>,
): Promise<ReadonlyMap<string, Remembered | undefined>> => {
  const pools = [...new Set(changes.map(({ pool }) => pool))].slice(0, mostPools);
  const remembered = await Promise.all(pools.map((pool) => desk.pool(ref(pool))));
  return new Map(pools.map((pool, index) => [pool, remembered[index]]));
};

/** A pool that was gone at its first look has no history: no sweep lists it, so an event of it came. */
const hasCome = ({ eventId }: RecordedChange, remembered: Remembered | undefined): boolean =>
  remembered?.history ? remembered.history.calls.includes(eventId) : remembered?.last !== undefined;

/** CloudTrail's times have whole seconds. */
const isSeen = ({ at }: RecordedChange, remembered: Remembered | undefined): boolean =>
  remembered?.history !== undefined && Date.parse(remembered.history.seen.at) + 1000 >= at.getTime();

const shownChange = ({ call, pool, at }: RecordedChange): string =>
  inert(`${call} on ${pool} at ${moment(at.toISOString())}`);
