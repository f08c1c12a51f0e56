import { minute } from '../../../src/history/times.ts';
import type { Run } from '../run-seed.ts';
import type { OurWrite, RecordedCall } from '../world/observed.ts';
import { overwritten } from './writes-are-planned.ts';

/** Writes are remembered for an hour; a call that comes later finds none that it fell into. */
const remembered = 50 * minute;

/** The calls that a write of ours put back, and whose event came while we remembered the write. */
const lostBy = ({ stage }: Run, write: OurWrite): readonly RecordedCall[] => {
  const lost = overwritten(write);
  const { base } = write;
  return stage.observed.calls.filter(
    (call) =>
      base !== undefined &&
      call.pool === write.pool &&
      call.ours !== write.outcome &&
      ['UpdateUserPool', 'SetUserPoolMfaConfig'].includes(call.operation) &&
      call.at >= Date.parse(base.takenAt) &&
      call.at <= write.at &&
      call.delivered.some((time) => time - call.at < remembered) &&
      call.requested.some((setting) => call.moved.includes(setting) && lost.includes(setting)),
  );
};

/**
 * What somebody else asked for and a write of ours put back is told, with the call, unless somebody changed it again
 * before its event came.
 */
export const lostUpdatesAreTold = (run: Run): readonly string[] => {
  const { writes, handed, calls } = run.stage.observed;
  const told = new Set(
    handed.flatMap(({ outcome }) =>
      outcome.remarks.flatMap((remark) => (remark.kind === 'lost-update' ? [remark.eventId] : [])),
    ),
  );
  return writes.flatMap((write) =>
    lostBy(run, write)
      .filter(({ eventId }) => !told.has(eventId))
      .filter(
        (call) =>
          !calls.some(
            (later) =>
              later.pool === call.pool &&
              later.at > write.at &&
              later.at < Math.min(...call.delivered) + minute &&
              later.moved.some((setting) => call.moved.includes(setting)),
          ),
      )
      .map(
        ({ operation, eventId, moved }) =>
          `${write.outcome} put back ${moved.join(', ')} of ${operation} (${eventId}) on ${write.pool}, untold.`,
      ),
  );
};
