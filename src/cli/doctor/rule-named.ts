import {
  DescribeRuleCommand,
  type EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { askAws, NotAnswered } from './ask-aws.ts';
import { inputDigest } from './input-digest.ts';
import type { DeployedRule } from './rules-part.ts';

/** An EventBridge rule as it stands. */
export interface FoundRule extends Omit<DeployedRule, 'rule' | 'pattern'> {
  readonly isEnabled: boolean;
  /** What it matches; absent for a schedule. */
  readonly pattern?: unknown;
}

/**
 * Looks a rule up with its targets.
 * @param name `NAME` of a rule on the default bus, or `BUS/NAME`
 * @returns undefined where it is gone
 * @throws NotAnswered
 */
export const ruleNamed = async (client: EventBridgeClient, name: string): Promise<FoundRule | undefined> => {
  const [rule = '', bus] = name.split('/').reverse();
  const place = bus === undefined ? {} : { EventBusName: bus };
  try {
    const { State, EventPattern, ScheduleExpression } = await askAws(
      'events:DescribeRule',
      client.send(new DescribeRuleCommand({ Name: rule, ...place })),
    );
    const { Targets = [] } = await askAws(
      'events:ListTargetsByRule',
      client.send(new ListTargetsByRuleCommand({ Rule: rule, ...place })),
    );
    return {
      isEnabled: State !== 'DISABLED',
      // EventBridge takes nothing but JSON for a pattern.
      ...(EventPattern !== undefined && { pattern: JSON.parse(EventPattern) }),
      schedule: ScheduleExpression,
      targets: Targets.map((target) => ({
        arn: target.Arn ?? '',
        role: target.RoleArn,
        input: inputDigest(target),
      })),
    };
  } catch (error) {
    if (error instanceof NotAnswered && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};
