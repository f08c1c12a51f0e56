import { minute } from '../../../src/history/times.ts';
import type { Run } from '../run-seed.ts';
import type { Observed, RecordedCall } from '../world/observed.ts';

const patience = 15 * minute;

/** True where no outcome named the call within the time that we wait for events: it was lost, late, or out of reach. */
const isUnseen = ({ handed }: Observed, { eventId, at }: RecordedCall): boolean =>
  !handed.some(
    ({ outcome, at: time }) =>
      time - at <= patience &&
      outcome.causes.some((cause) => cause.kind === 'call' && cause.eventId === eventId),
  );

/**
 * A move is told as unseen only where the event of a call that made it was lost or came late, or where no look that it
 * led to came to the pool.
 */
export const onlyUnseenIsUnseen = ({ stage }: Run): readonly string[] => {
  const { handed, calls } = stage.observed;
  return handed.flatMap(({ outcome }) =>
    outcome.remarks.flatMap((remark) => {
      if (remark.kind !== 'changed-unseen') return [];
      const excused = calls.some(
        (call) =>
          call.pool === outcome.pool?.id &&
          isUnseen(stage.observed, call) &&
          remark.settings.some((setting) => call.moved.includes(setting)),
      );
      return excused
        ? []
        : [`${outcome.id} says that ${remark.settings.join(', ')} of ${outcome.pool?.id} moved unseen.`];
    }),
  );
};

/**
 * A move whose event was lost is told as unseen, unless a call that came first may explain it: the looks from then on
 * until the wait for the event is over were brought about by sweeps alone, and the move stood.
 */
export const everyUnseenMoveIsTold = ({ stage, calmAt }: Run): readonly string[] => {
  const { handed, calls } = stage.observed;
  return calls
    .filter(({ isDropped, ours, moved, pool }) => isDropped && ours === undefined && moved.length > 0 && pool)
    .filter(({ at }) => at < Date.parse(calmAt) - 60 * minute)
    .flatMap((call) => {
      const looks = handed.filter(
        ({ outcome }) => outcome.pool?.id === call.pool && Date.parse(outcome.startedAt) > call.at,
      );
      // A move that AWS doesn't date is as young as the look that finds it.
      const found = Date.parse(looks[0]?.outcome.startedAt ?? '');
      const waited = looks.findIndex(({ outcome }) => Date.parse(outcome.startedAt) > found + patience);
      const first = looks.slice(0, waited + 1);
      const others = calls.filter(
        (other) => other !== call && other.pool === call.pool && Math.abs(other.at - call.at) < 60 * minute,
      );
      const isPlain =
        others.every(({ moved, ours }) => moved.length === 0 || ours !== undefined) &&
        first.every(({ outcome }) => outcome.causes.every(({ kind }) => kind === 'sweep'));
      const isTold = first.some(({ outcome }) =>
        outcome.remarks.some(({ kind }) => kind === 'changed-unseen'),
      );
      return isPlain && first.length > 0 && !isTold
        ? [
            `${call.operation} (${call.eventId}) on ${call.pool} was lost, and nobody was told that something moved.`,
          ]
        : [];
    });
};
