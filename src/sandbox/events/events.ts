import { type Answer, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import type { JsonObject } from '../json.ts';
import { putEvents } from './put-events.ts';

/** What EventBridge's operations work on. */
export interface EventsWorld {
  readonly accountId: string;
  readonly newId: () => string;
  /** Takes an event that was put on the default bus. */
  readonly put: (event: JsonObject) => void;
}

/** Runs one EventBridge call: PutEvents is all there is. */
export function runEvents(world: EventsWorld, call: Call): Answer {
  return call.operation === 'PutEvents'
    ? putEvents(world, call)
    : refused('UnknownOperationException', `Unknown operation: ${call.operation}`);
}
