import { type Answer, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import type { BusPlace } from '../event-bus.ts';
import type { JsonObject } from '../json.ts';
import { putEvents } from './put-events.ts';
import { describeRule, listTargetsByRule, type RulesWorld } from './rules.ts';

/** What EventBridge's operations work on. */
export interface EventsWorld extends RulesWorld {
  readonly newId: () => string;
  /** Takes an event that was put on a bus. */
  readonly put: (event: JsonObject, place: BusPlace) => void;
}

/** Runs one EventBridge call. */
export function runEvents(world: EventsWorld, call: Call): Answer {
  switch (call.operation) {
    case 'PutEvents':
      return putEvents(world, call);
    case 'DescribeRule':
      return describeRule(world, call);
    case 'ListTargetsByRule':
      return listTargetsByRule(world, call);
    default:
      return refused('UnknownOperationException', `Unknown operation: ${call.operation}`);
  }
}
