import type { CallCause } from '../change/cause.ts';
import { isOwnCall } from '../change/own-call.ts';
import { isTagCall } from '../change/tag-call.ts';
import { dateOf } from '../pool/date-of.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Remark } from '../remediation/remark.ts';
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

/** Compares a pool with what the last look left, where no call explains what moved. */
export const unexplainedMove = (past: Past, snapshot: PoolSnapshot): Unexplained => {
  const { history, now } = past;
  if (!history) return { remarks: [] };
  const calls = past.causes.filter((cause) => cause.kind === 'call');
  const isExplained = (setting: SettingPath) => calls.some((call) => explains(call, setting, history));
  const known = history.unexplained;
  const settings = [...new Set([...(known?.settings ?? []), ...movedSettings(history, snapshot)])].filter(
    (setting) => !isExplained(setting),
  );
  if (settings.length === 0) return { remarks: [] };
  const since = known?.since ?? laterOf(history.seen.at, dateOf(snapshot, 'LastModifiedDate'), now);
  return elapsed(since, now) < eventsTake
    ? { remarks: [], unexplained: { since, settings } }
    : { remarks: [{ kind: 'changed-unseen', since, settings }] };
};

/**
 * True where a call may have moved a setting: not one that sets nothing which policy speaks of, and not the echo of our
 * own write, which comes after every move that we put right.
 */
const explains = (call: CallCause, setting: SettingPath, { writes }: PoolHistory): boolean =>
  call.governed &&
  (setting === 'UserPoolTags' || !isTagCall(call)) &&
  !writes.some(({ outcome }) => isOwnCall(call, outcome));

/** AWS's date where it lies between the two looks; a move that it doesn't date is as young as can be. */
const laterOf = (seen: string, modified: string | undefined, now: string): string =>
  modified !== undefined && modified > seen && modified <= now ? modified : now;
