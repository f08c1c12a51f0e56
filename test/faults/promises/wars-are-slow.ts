import { hour } from '../../../src/history/times.ts';
import type { Run } from '../run-seed.ts';
import type { OurWrite } from '../world/observed.ts';

/** A setting that a grave rule speaks of and that the war isn't about: it is put right at once. */
const isGraveElsewhere = (
  { policies }: Run,
  { planned = [] }: OurWrite,
  contested: ReadonlySet<string>,
): boolean => {
  const grave = policies.policies
    .flatMap(({ rules }) => rules)
    .filter(({ severity }) => severity === 'critical' || severity === 'high');
  return planned.some(
    ({ setting }) => !contested.has(setting) && grave.some((rule) => rule.setting === setting),
  );
};

/**
 * While a breaker holds back nothing is written, but for what is grave and elsewhere, and the rest of what a process
 * that is gone had begun.
 */
export const warsAreSlow = (run: Run): readonly string[] => {
  const { breakers, closings, writes } = run.stage.observed;
  return [...breakers].flatMap(([arn, states]) =>
    states.flatMap(({ at, nextWriteAt, contested }, index) => {
      if (nextWriteAt === undefined) return [];
      const until = Math.min(Date.parse(nextWriteAt), states[index + 1]?.at ?? Number.POSITIVE_INFINITY);
      const isClosed = closings.get(arn)?.some((time) => time < until && time > at - 12 * hour);
      const early = writes
        .filter(({ pool, at: time }) => arn.endsWith(pool) && time > at && time < until)
        .filter(({ outcome }) => !writes.some((first) => first.outcome === outcome && first.at < at))
        .filter((write) => !isGraveElsewhere(run, write, contested));
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
