import { secondsIso } from './cloud-trail.ts';
import { compilePattern, type EventMatcher } from './event-pattern.ts';
import { type JsonObject, stringAt } from './json.ts';
import type { Queue } from './sqs/queue.ts';
import type { Queues } from './sqs/queues.ts';

/** AWS CloudTrail user guide: an event over 256 KB doesn't reach EventBridge. */
const LARGEST_EVENT = 256 * 1024;

/** A bus by its Region and name; `default` is there in every Region. */
export interface BusPlace {
  readonly region: string;
  readonly bus: string;
}

/** A bus that a rule forwards to. Nothing comes of it in another account, which isn't here. */
export interface BusTarget extends BusPlace {
  readonly account?: string;
  readonly roleArn: string;
}

/** A rule, by the name that DescribeRule takes. It takes events from its own bus alone. */
export interface BusRule extends BusPlace {
  readonly name: string;
  readonly pattern?: JsonObject;
  /** There in place of a pattern; nothing in the sandbox runs by it. */
  readonly schedule?: string;
  readonly queues: readonly Queue[];
  /** ARNs of SNS topics; none where absent. */
  readonly topics?: readonly string[];
  /** Other buses that it forwards to, in other Regions and accounts perhaps, and the role that it does that by. */
  readonly buses: readonly BusTarget[];
  /** What targets get in place of the event. */
  readonly input?: string;
  readonly isEnabled: boolean;
}

/** The buses of every Region: CloudTrail's records and people's own events go in, rules hand them to queues and buses. */
export interface EventBus {
  /** Adds a rule that hands each matching event to its targets. Throws InvalidEventPatternError. */
  addRule(rule: BusRule): void;
  /** Changes the rule of a name: takes its targets away, has it match something else, turns it off. */
  changeRule(
    name: string,
    change: Partial<Pick<BusRule, 'pattern' | 'queues' | 'topics' | 'buses' | 'input' | 'isEnabled'>>,
  ): void;
  removeRule(name: string): void;
  readonly rules: readonly BusRule[];
  /** Delivers a CloudTrail record on the default bus of its Region, so many times: EventBridge promises at least once, not once. */
  deliver(record: JsonObject, at: Date, copies: number): void;
  /** Hands a whole event to the rules of a bus that it matches. */
  put(event: JsonObject, place: BusPlace): void;
}

/**
 * A bus without rules.
 * @param publish hands an event to the subscribers of a topic
 */
export function createEventBus(
  accountId: string,
  queues: Queues,
  newId: () => string,
  publish: (topicArn: string, event: string) => void = () => {},
): EventBus {
  let rules: readonly { readonly matches: EventMatcher; readonly rule: BusRule }[] = [];
  const put = (event: JsonObject, place: BusPlace, copies = 1, isForwarded = false): void => {
    const whole = JSON.stringify(event);
    for (const { matches, rule } of rules) {
      const isThere = rule.region === place.region && rule.bus === place.bus;
      if (!isThere || !rule.isEnabled || !matches(event)) continue;
      const { input: body = whole } = rule;
      for (const queue of rule.queues)
        for (let copy = 0; copy < copies; copy += 1)
          queues.send(queue, body, { senderId: 'events.amazonaws.com' });
      for (const topic of rule.topics ?? [])
        for (let copy = 0; copy < copies; copy += 1) publish(topic, body);
      // It routes no event to a third bus: EventBridge user guide, "Sending and receiving events between event buses".
      if (!isForwarded)
        for (const bus of rule.buses)
          if ((bus.account ?? accountId) === accountId) put(event, bus, copies, true);
    }
  };
  return {
    addRule: (rule) => {
      rules = [...rules, compiled(rule)];
    },
    changeRule: (name, change) => {
      rules = rules.map((each) => (each.rule.name === name ? compiled({ ...each.rule, ...change }) : each));
    },
    removeRule: (name) => {
      rules = rules.filter(({ rule }) => rule.name !== name);
    },
    get rules() {
      return rules.map(({ rule }) => rule);
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
      const place = { region: stringAt(record, 'awsRegion') ?? '', bus: 'default' };
      if (Buffer.byteLength(JSON.stringify(envelope)) <= LARGEST_EVENT) put(envelope, place, copies);
    },
    put: (event, place) => put(event, place),
  };
}

function compiled(rule: BusRule): { readonly matches: EventMatcher; readonly rule: BusRule } {
  return { rule, matches: rule.pattern ? compilePattern(rule.pattern) : () => false };
}
