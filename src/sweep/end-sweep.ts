import type { AccountRecord, SweepUnderWay } from '../ledger/account-book.ts';
import type { PoolOwner } from '../policy/owner.ts';
import { announcing } from './announcing.ts';
import { changeRecord } from './change-record.ts';
import { type Digest, digestUnderWay, isNews } from './digest.ts';
import { exemptedOwners } from './exempted-owners.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Sweeper, Swept } from './sweeper.ts';
import { tellMuteParts } from './tell-mute-parts.ts';
import { tellUnwatched } from './tell-unwatched.ts';

/**
 * Ends a sweep whose looks have been taken: tells what it found standing, if that is news. Where every pool has been
 * looked at, the watch is complete: from then on a pool without a history has lost it. Killed at any point, its message
 * comes again and tells the same under the same id.
 */
export const endSweep = async (sweeper: Sweeper, sweep: SweepUnderWay): Promise<Swept> => {
  const { book, policies, later, count, now } = sweeper;
  const { id } = sweep;
  const { swept: looked, digest, owners } = await readNotes(sweeper, id);
  const missing = Math.max(0, sweep.found - looked);
  const before = (await book.read())?.record;
  const told = before?.digest;
  const isTold = digest !== undefined && isNews(digest, told, now(), missing === 0);
  if (isTold) await announcing(sweeper)({ kind: 'digest', id: `digest:${id}`, ...digest.news });
  await tellUnwatched(sweeper, sweep);
  await tellMuteParts(sweeper);
  const toldAt = now().toISOString();
  const standing = digest ? digest.news.pools.length + digest.news.poolsOmitted : 0;
  await beat(sweeper, { id, at: toldAt, pools: { swept: looked, missed: missing, standing } });
  const left = {
    digest: toldOf({ digest, told, isTold, missing, toldAt }),
    exemptedOwners: exemptedOwners(policies.exemptions, owners, before?.exemptedOwners),
  };
  if (sweep.again) await later({ kind: 'start' }, 0);
  const swept = { startedAt: sweep.startedAt, endedAt: toldAt };
  let isAskedAgain = false;
  await changeRecord(book, (record) => {
    isAskedAgain = record?.sweep?.id === id && record.sweep.again === true;
    const isWhole = missing === 0 && sweep.unlisted === undefined;
    return record && ended(record, sweep, { ...left, swept }, isWhole);
  });
  // Asked since this step was begun.
  if (isAskedAgain && !sweep.again) await later({ kind: 'start' }, 0);
  await sweeper.checkListeners();
  count('SweepsCompleted', 1);
  count('PoolsSwept', looked);
  count('PoolsMissed', missing);
  const late = missing === 0 ? '' : ` ${missing} of them were not taken, or are still to come.`;
  return { kind: 'done', reason: `The sweep ${id} is over; it asked for ${sweep.found} looks.${late}` };
};

/** What people were told last, from now on. Where looks were late, nothing says that what was told stands no more. */
const toldOf = ({
  digest,
  told,
  isTold,
  missing,
  toldAt,
}: {
  readonly digest: Digest | undefined;
  readonly told: AccountRecord['digest'];
  readonly isTold: boolean;
  readonly missing: number;
  readonly toldAt: string;
}): AccountRecord['digest'] => {
  if (missing === 0) return digest && (isTold ? { key: digest.key, toldAt } : told);
  return digest && isTold ? { key: told?.key ?? digest.key, toldAt } : told;
};

/** What came of a sweep's looks, of which no more is held than is told. */
const readNotes = async (
  { book, policies, now }: Sweeper,
  id: string,
): Promise<{
  readonly swept: number;
  readonly digest: Digest | undefined;
  /** Of exempted pools, by ARN. */
  readonly owners: ReadonlyMap<string, readonly PoolOwner[]>;
}> => {
  const exempted = new Set(policies.exemptions.flatMap(({ pools }) => pools));
  const owners = new Map<string, readonly PoolOwner[]>();
  const underWay = digestUnderWay(id, now());
  let swept = 0;
  for await (const note of book.notes(id)) {
    swept += 1;
    underWay.add(note);
    if (exempted.has(note.pool.arn)) owners.set(note.pool.arn, note.owners ?? []);
  }
  return { swept, digest: underWay.digest(), owners };
};

/** After what stands, so that whoever hears it knows what to have by then. */
const beat = async (
  { heart, accountId, policies }: Sweeper,
  { id, at, pools }: Pick<Heartbeat, 'id' | 'at' | 'pools'>,
): Promise<void> => {
  if (!heart) return;
  const { version, codeDigest, mode } = heart;
  await heart.beat({
    schema: 'cognito-lifeguard/heartbeat/1',
    id: `heartbeat:${id}`,
    at,
    accountId,
    version,
    codeDigest,
    policyDigest: policies.digest,
    mode,
    pools,
  });
};

const ended = (
  { sweep: running, digest: _, exemptedOwners: __, ...record }: AccountRecord,
  { id, startedAt }: SweepUnderWay,
  left: { readonly [member in 'digest' | 'exemptedOwners' | 'swept']: AccountRecord[member] },
  isWhole: boolean,
): AccountRecord => ({
  ...record,
  ...(left.digest && { digest: left.digest }),
  ...(left.exemptedOwners && { exemptedOwners: left.exemptedOwners }),
  ...(left.swept && { swept: left.swept }),
  ...(running && running.id !== id && { sweep: running }),
  watch: {
    ...record.watch,
    isComplete: record.watch.isComplete || (isWhole && startedAt >= record.watch.since),
  },
});
