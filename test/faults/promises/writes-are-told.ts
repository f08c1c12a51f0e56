import type { Run } from '../run-seed.ts';
import type { OurWrite } from '../world/observed.ts';

/** Writes that changed something and that no outcome of theirs tells. */
const untold = ({ stage }: Run): readonly OurWrite[] => {
  const { writes, handed, calls } = stage.observed;
  const told = new Set(handed.map(({ outcome }) => outcome.id));
  const effective = new Set(
    calls.flatMap(({ ours, moved }) => (ours !== undefined && moved.length > 0 ? [ours] : [])),
  );
  return writes.filter(({ outcome }) => effective.has(outcome) && !told.has(outcome));
};

/**
 * True where somebody undid a write, or deleted the pool, before a process that came after a crash could see it: what
 * was wrong before is told by a look that came later, or the pool is gone.
 */
const isUndoneUnseen = ({ stage }: Run, { pool, at, planned = [] }: OurWrite): boolean => {
  const later = stage.observed.handed.filter(
    ({ outcome, at: time }) => outcome.pool?.id === pool && time > at,
  );
  const next = later.find(({ outcome }) => outcome.findings.length > 0 || outcome.kind === 'gone');
  const isUndone = stage.observed.calls.some(
    (call) => call.pool === pool && call.ours === undefined && call.at > at && next && call.at < next.at,
  );
  const tells = planned.some(({ setting }) =>
    next?.outcome.findings.some((each) => each.setting === setting),
  );
  return isUndone && (tells || next?.outcome.kind === 'gone');
};

/** How many writes nobody could tell of: undone before anybody saw them stand. */
export const undoneUnseen = (run: Run): number =>
  untold(run).filter((write) => isUndoneUnseen(run, write)).length;

/** Every write that changed something is told under its own outcome: as made, or as not to be seen right after. */
export const writesAreTold = (run: Run): readonly string[] =>
  untold(run)
    .filter((write) => !isUndoneUnseen(run, write))
    .map(({ outcome, pool }) => `The write of ${outcome} to ${pool} was never told.`);
