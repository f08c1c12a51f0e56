import { type Answer, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { listRegions } from './list-regions.ts';
import type { AccountRegion } from './regions.ts';

/** What Account Management's operations work on. */
export interface AccountWorld {
  readonly regions: readonly AccountRegion[];
}

/** Runs one Account Management call: ListRegions is all there is. */
export function runAccount(world: AccountWorld, call: Call): Answer {
  return call.operation === 'ListRegions'
    ? listRegions(world, call)
    : refused('UnknownOperationException', `Unknown operation: ${call.operation}`, 404);
}
