import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import type { BusRule, BusTarget } from '../event-bus.ts';
import { stringAt } from '../json.ts';

/** The rules that the operations below show. */
export interface RulesWorld {
  readonly accountId: string;
  readonly rules: () => readonly BusRule[];
}

/** DescribeRule: the rule's pattern and state. */
export function describeRule(world: RulesWorld, call: Call): Answer {
  const rule = ruleOf(world, call);
  if (!rule) return noSuchRule(call);
  const { name, bus, pattern, schedule, isEnabled } = rule;
  const path = bus === 'default' ? name : `${bus}/${name}`;
  return answered({
    Name: name,
    Arn: `arn:aws:events:${call.region}:${world.accountId}:rule/${path}`,
    ...(pattern ? { EventPattern: JSON.stringify(pattern) } : {}),
    ...(schedule === undefined ? {} : { ScheduleExpression: schedule }),
    State: isEnabled ? 'ENABLED' : 'DISABLED',
    EventBusName: bus,
  });
}

/** ListTargetsByRule: queues and topics, with what they get in place of the event, and buses, or none. */
export function listTargetsByRule(world: RulesWorld, call: Call): Answer {
  const rule = ruleOf(world, call, 'Rule');
  if (!rule) return noSuchRule(call, 'Rule');
  const arnOf = ({ region, bus, account = world.accountId }: BusTarget) =>
    `arn:aws:events:${region}:${account}:event-bus/${bus}`;
  const input = rule.input === undefined ? {} : { Input: rule.input };
  return answered({
    Targets: [
      ...rule.queues.map(({ arn, name }) => ({ Id: name, Arn: arn, ...input })),
      ...(rule.topics ?? []).map((topic) => ({ Id: topic.split(':').at(-1) ?? '', Arn: topic, ...input })),
      ...rule.buses.map((to) => ({ Id: to.bus, Arn: arnOf(to), RoleArn: to.roleArn })),
    ],
  });
}

function ruleOf({ rules }: RulesWorld, { input, region }: Call, member = 'Name'): BusRule | undefined {
  const name = stringAt(input, member);
  const place = stringAt(input, 'EventBusName') ?? 'default';
  return rules().find((rule) => rule.name === name && rule.region === region && rule.bus === place);
}

function noSuchRule({ input }: Call, member = 'Name'): Answer {
  return refused(
    'ResourceNotFoundException',
    `Rule ${stringAt(input, member) ?? ''} does not exist on EventBus ${stringAt(input, 'EventBusName') ?? 'default'}.`,
  );
}
