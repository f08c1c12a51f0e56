import { secondsIso } from './cloud-trail.ts';
import { compilePattern, type EventMatcher } from './event-pattern.ts';
import { type JsonObject, stringAt } from './json.ts';
import type { Queue } from './sqs/queue.ts';
import type { Queues } from './sqs/queues.ts';

/** AWS CloudTrail user guide: an event over 256 KB doesn't reach EventBridge. */
const LARGEST_EVENT = 256 * 1024;

/** The default bus of every Region: CloudTrail's records and people's own events go in, rules hand them to queues. */
export interface EventBus {
  /** Adds a rule that puts each matching event on a queue. Throws InvalidEventPatternError. */
  addRule(pattern: JsonObject, queue: Queue): void;
  /** Delivers a CloudTrail record so many times: EventBridge promises at least once, not once. */
  deliver(record: JsonObject, at: Date, copies: number): void;
  /** Hands a whole event to the rules that it matches. */
  put(event: JsonObject): void;
}

/** A bus without rules. */
export function createEventBus(accountId: string, queues: Queues, newId: () => string): EventBus {
  const rules: { readonly matches: EventMatcher; readonly queue: Queue }[] = [];
  const put = (event: JsonObject, copies = 1): void => {
    const body = JSON.stringify(event);
    for (const { matches, queue } of rules) {
      if (!matches(event)) continue;
      for (let copy = 0; copy < copies; copy += 1)
        queues.send(queue, body, { senderId: 'events.amazonaws.com' });
    }
  };
  return {
    addRule: (pattern, queue) => {
      rules.push({ matches: compilePattern(pattern), queue });
    },
    deliver: (record, at, copies) => {
      const envelope: JsonObject = {
        version: '0',
        id: newId(),
        'detail-type': 'AWS API Call via CloudTrail',
        source: 'aws.cognito-idp',
        account: accountId,
        time: secondsIso(at),
        region: stringAt(record, 'awsRegion') ?? '',
        resources: [],
        detail: record,
      };
      if (Buffer.byteLength(JSON.stringify(envelope)) <= LARGEST_EVENT) put(envelope, copies);
    },
    put: (event) => put(event),
  };
}
