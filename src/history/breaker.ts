import { roleOf } from '../change/role-of.ts';
import { type PoolSnapshot, tagsOf } from '../pool/pool-snapshot.ts';
import type { Remark } from '../remediation/remark.ts';
import type { Breaker, Undoing } from './pool-history.ts';
import { after, day, elapsed, hour, minute } from './times.ts';

/** How long we hold back after each undoing since the breaker opened. It never grows past the last one. */
const steps = [1 * minute, 5 * minute, 15 * minute, 60 * minute];

const remembersFor = 14 * day;
const closesAfter = 24 * hour;

/** The breaker after a look, and what people are to be told of it. */
export interface BreakerState {
  readonly breaker?: Breaker;
  readonly remarks: readonly Remark[];
}

/**
 * The breaker after a look. It opens where we were undone three times in an hour, or on three days in fourteen by the
 * same caller; each undoing after that raises it; a day without one closes it.
 * @param undoings all that are remembered, the newest of this look included
 * @param isNew true where this look found one
 */
export const breakerAfter = (
  breaker: Breaker | undefined,
  undoings: readonly Undoing[],
  isNew: boolean,
  snapshot: PoolSnapshot,
  now: string,
): BreakerState => {
  const last = undoings.at(-1);
  if (breaker && !isNew)
    return last && elapsed(last.at, now) < closesAfter
      ? { breaker, remarks: [] }
      : { remarks: [{ kind: 'war-over', since: last?.at ?? breaker.openedAt }] };
  if (!last || !isNew) return { remarks: [] };
  if (breaker) return { breaker: raised(breaker, now), remarks: [] };
  if (!isWar(undoings, now)) return { remarks: [] };
  const opened: Breaker = { openedAt: now, level: 0, nextWriteAt: after(now, steps[0] ?? 0) };
  return { breaker: opened, remarks: [warOf(undoings, snapshot, opened)] };
};

const raised = ({ openedAt, level }: Breaker, now: string): Breaker => {
  const next = Math.min(level + 1, steps.length - 1);
  return { openedAt, level: next, nextWriteAt: after(now, steps[next] ?? 0) };
};

/** Undoings that still count. */
export const recentUndoings = (undoings: readonly Undoing[], now: string): readonly Undoing[] =>
  undoings.filter(({ at }) => elapsed(at, now) < remembersFor).slice(-50);

const isWar = (undoings: readonly Undoing[], now: string): boolean =>
  undoings.filter(({ at }) => elapsed(at, now) < hour).length >= 3 ||
  [...Map.groupBy(undoings.flatMap(daysByCaller), ({ caller }) => caller).values()].some(
    (days) => new Set(days.map((each) => each.day)).size >= 3,
  );

const daysByCaller = ({ actors, at }: Undoing) =>
  [...new Set(actors.map(roleOf))].map((caller) => ({ caller, day: at.slice(0, 10) }));

const warOf = (undoings: readonly Undoing[], snapshot: PoolSnapshot, { nextWriteAt }: Breaker): Remark => {
  const stack = tagsOf(snapshot)['aws:cloudformation:stack-name'];
  const actors = undoings.flatMap((undoing) => undoing.actors);
  return {
    kind: 'war',
    settings: [...new Set(undoings.flatMap(({ settings }) => settings))],
    times: undoings.length,
    actors: [...new Map(actors.map((actor) => [roleOf(actor), actor])).values()].slice(0, 5),
    ...(stack !== undefined && { stack }),
    nextWriteAt,
  };
};
