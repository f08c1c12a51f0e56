import { minute } from '../../../src/history/times.ts';
import type { Run } from '../run-seed.ts';
import type { RecordedCall } from '../world/observed.ts';

const patience = 15 * minute;

/** Its event never came, or later than we wait for one. */
const isUnseen = ({ isDropped, delivered, at }: RecordedCall): boolean =>
  isDropped || delivered.every((time) => time - at > patience);

/** A move is told as unseen only where the event of a call that made it was lost or came late. */
export const onlyUnseenIsUnseen = ({ stage }: Run): readonly string[] => {
  const { handed, calls } = stage.observed;
  return handed.flatMap(({ outcome }) =>
    outcome.remarks.flatMap((remark) => {
      if (remark.kind !== 'changed-unseen') return [];
      const excused = calls.some(
        (call) =>
          call.pool === outcome.pool?.id &&
          isUnseen(call) &&
          remark.settings.some((setting) => call.moved.includes(setting)),
      );
      return excused
        ? []
        : [`${outcome.id} says that ${remark.settings.join(', ')} of ${outcome.pool?.id} moved unseen.`];
    }),
  );
};
