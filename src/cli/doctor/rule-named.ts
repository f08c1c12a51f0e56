import {
  DescribeRuleCommand,
  type EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { askAws, NotAnswered } from './ask-aws.ts';

/** An EventBridge rule as it stands. */
export interface FoundRule {
  readonly isEnabled: boolean;
  /** What it matches; absent for a schedule. */
  readonly pattern?: unknown;
  readonly targets: readonly { readonly arn: string; readonly roleArn?: string }[];
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
    const { State, EventPattern } = await askAws(
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
      targets: Targets.map(({ Arn: arn = '', RoleArn: roleArn }) => ({ arn, ...(roleArn && { roleArn }) })),
    };
  } catch (error) {
    if (error instanceof NotAnswered && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};
