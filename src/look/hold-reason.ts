import type { Hold } from '../history/hold.ts';

/** Why a plan waits, in a sentence for people. */
export const holdReason = (hold: Hold): string => {
  switch (hold.kind) {
    case 'paused': {
      const { by, until, reason, pool } = hold.pause;
      const what = pool === undefined ? 'Writing to all pools' : 'Writing to this pool';
      return `${what} is paused until ${shown(until)} by ${by}: ${reason}`;
    }
    case 'breaker':
      return `Somebody and Lifeguard undo each other, so it is put right at ${shown(hold.dueAt)} at the earliest.`;
    case 'settling':
      return `The pool was changed a moment ago and is looked at again at ${shown(hold.dueAt)}; that look names this call.`;
  }
};

const shown = (time: string): string => `${time.slice(0, 19).replace('T', ' ')} UTC`;
