import { announceTest } from './announce-test.ts';
import { askForLook } from './ask-for-look.ts';
import { checkPauses } from './check-pauses.ts';
import { mendPauses } from './mend-pauses.ts';
import { redrive } from './redrive.ts';
import { rollCall } from './roll-call.ts';
import { startSweep } from './start-sweep.ts';
import { parseSweepMessage } from './sweep-message.ts';
import type { Sweeper, Swept } from './sweeper.ts';
import { takeStep } from './take-step.ts';
import { tellOutcome } from './tell-outcome.ts';

/**
 * Does what a message on the queue `sweeps` asks for.
 * @param id the message's own id, the same whenever the queue brings it
 * @throws where it could not be done; the message must then be brought again
 */
export const takeSweepMessage = (sweeper: Sweeper, id: string, body: unknown): Promise<Swept> => {
  const message = parseSweepMessage(body);
  switch (message.kind) {
    case 'start':
      return startSweep(sweeper, id, message.because);
    case 'step':
      return takeStep(sweeper, message.sweep, message.step);
    case 'check-pauses':
      return mendAndCheckPauses(sweeper, message.mended);
    case 'look':
      return askForLook(sweeper, message.pool);
    case 'tell':
      return tellOutcome(sweeper, message.outcome);
    case 'roll-call':
      return rollCall(sweeper);
    case 'redrive':
      return redrive(sweeper);
    case 'test':
      return announceTest(sweeper, message);
    case 'ignored':
      return Promise.resolve(message);
  }
};

const mendAndCheckPauses = async (sweeper: Sweeper, mended?: number): Promise<Swept> => {
  const damaged = await mendPauses(sweeper, mended);
  const { kind, reason } = await checkPauses(sweeper);
  return { kind, reason: damaged === 0 ? reason : `${reason} Entries that were no pauses: ${damaged}.` };
};
