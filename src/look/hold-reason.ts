import type { Hold } from '../history/hold.ts';
import { moment } from '../history/times.ts';

/** Why a plan waits, in a sentence for people. */
export const holdReason = (hold: Hold): string => {
  switch (hold.kind) {
    case 'paused': {
      const { by, until, reason, pool } = hold.pause;
      const what = pool === undefined ? 'Writing to all pools' : 'Writing to this pool';
      return `${what} is paused until ${moment(until)} by ${by}: ${reason}`;
    }
    case 'breaker':
      return `Somebody and Lifeguard undo each other, so it is put right at ${moment(hold.dueAt)} at the earliest.`;
    case 'settling':
      return `The pool was changed a moment ago and is looked at again at ${moment(hold.dueAt)}; that look names this call.`;
  }
};
