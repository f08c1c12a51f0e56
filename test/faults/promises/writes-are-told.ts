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
 * True where somebody undid a write before a process that came after a crash could see it: what was wrong before was
 * wrong again, and a look that came later tells of that.
 */
const isUndoneUnseen = ({ stage }: Run, { pool, at, planned = [] }: OurWrite): boolean => {
  const { calls, handed } = stage.observed;
  const next = handed.find(
    ({ outcome, at: time }) => outcome.pool?.id === pool && time > at && outcome.findings.length > 0,
  );
  const isUndone = calls.some(
    (call) =>
      call.pool === pool &&
      call.ours === undefined &&
      call.at > at &&
      next !== undefined &&
      call.at < next.at,
  );
  return (
    isUndone &&
    planned.some(({ setting }) => next?.outcome.findings.some((finding) => finding.setting === setting))
  );
};

/** How many writes nobody could tell of: undone before anybody saw them stand. */
export const undoneUnseen = (run: Run): number =>
  untold(run).filter((write) => isUndoneUnseen(run, write)).length;

/** Every write that changed something is told under its own outcome: as made, or as not to be seen right after. */
export const writesAreTold = (run: Run): readonly string[] =>
  untold(run)
    .filter((write) => !isUndoneUnseen(run, write))
    .map(({ outcome, pool }) => `The write of ${outcome} to ${pool} was never told.`);
