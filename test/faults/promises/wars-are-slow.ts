import { hour } from '../../../src/history/times.ts';
import type { Run } from '../run-seed.ts';

/** While a breaker holds back nothing is written, but for the rest of what a process that is gone had begun. */
export const warsAreSlow = ({ stage }: Run): readonly string[] => {
  const { breakers, closings, writes } = stage.observed;
  return [...breakers].flatMap(([arn, states]) =>
    states.flatMap(({ at, nextWriteAt }, index) => {
      if (nextWriteAt === undefined) return [];
      const until = Math.min(Date.parse(nextWriteAt), states[index + 1]?.at ?? Number.POSITIVE_INFINITY);
      const isClosed = closings.get(arn)?.some((time) => time < until && time > at - 12 * hour);
      const early = writes
        .filter(({ pool, at: time }) => arn.endsWith(pool) && time > at && time < until)
        .filter(({ outcome }) => !writes.some((first) => first.outcome === outcome && first.at < at));
      return isClosed
        ? []
        : early.map(
            (write) =>
              `${write.outcome} wrote to ${write.pool} at ${new Date(write.at).toISOString()}, before ${nextWriteAt}.`,
          );
    }),
  );
};

/** Nobody is held back for more than an hour: two hours after people have gone home, no plan waits for the end of a war. */
export const warsGoOn = ({ stage, calmAt }: Run): readonly string[] =>
  stage.observed.handed
    .filter(
      ({ outcome, at }) =>
        outcome.reason?.startsWith('Somebody and Lifeguard undo') && at > Date.parse(calmAt) + 2 * hour,
    )
    .map(({ outcome }) => `${outcome.id} waits for the end of a war at ${outcome.pool?.id}.`);
