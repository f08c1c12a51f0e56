import { dateOf } from '../pool/date-of.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Past } from './past.ts';

/** True where the pool was made after Lifeguard came: what is wrong with it was done under its eyes. */
export const isNewcomer = ({ watch, causes }: Past, snapshot: PoolSnapshot): boolean => {
  const created = dateOf(snapshot, 'CreationDate');
  return (
    causes.some((cause) => cause.kind === 'call' && cause.call === 'CreateUserPool') ||
    (watch !== undefined && created !== undefined && created >= watch.since)
  );
};

/**
 * True where the pool must have a history and has none: it is older than a watch under which every pool has been
 * looked at. Whoever took it out of the memory hopes that what is wrong now passes for what always was.
 */
export const isMemoryLost = (past: Past, snapshot: PoolSnapshot): boolean =>
  past.history === undefined && past.watch?.isComplete === true && !isNewcomer(past, snapshot);
