import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Remark } from '../remediation/remark.ts';
import { dateOf } from './created.ts';
import { movedSettings } from './moved-settings.ts';
import type { Past } from './past.ts';
import type { PoolHistory } from './pool-history.ts';
import { elapsed, minute } from './times.ts';

/** How long a recorded call may take to reach us before a move counts as unseen. CloudTrail promises no time. */
const eventsTake = 15 * minute;

/** A move that no recorded call explains: to be told now, or to be remembered until its event may have come. */
export interface Unexplained {
  readonly remarks: readonly Remark[];
  readonly unexplained?: PoolHistory['unexplained'];
}

/** Compares a pool with what the last look left, where no call made us look. */
export const unexplainedMove = (past: Past, snapshot: PoolSnapshot): Unexplained => {
  const { history, causes, now } = past;
  if (!history || causes.some(({ kind }) => kind === 'call')) return { remarks: [] };
  const moved = movedSettings(history, snapshot);
  const known = history.unexplained;
  const settings = [...new Set([...(known?.settings ?? []), ...moved])];
  if (settings.length === 0) return { remarks: [] };
  const since = known?.since ?? laterOf(history.seen.at, dateOf(snapshot, 'LastModifiedDate'), now);
  return elapsed(since, now) < eventsTake
    ? { remarks: [], unexplained: { since, settings } }
    : { remarks: [{ kind: 'changed-unseen', since, settings }] };
};

/** AWS's date where it lies between the two looks; a move that it doesn't date is as young as can be. */
const laterOf = (seen: string, modified: string | undefined, now: string): string =>
  modified !== undefined && modified > seen && modified <= now ? modified : now;
