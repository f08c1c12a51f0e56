import { inputDigest } from '../src/cli/doctor/input-digest.ts';
import { type DeployedRule, type RulesPart, rulesPartName } from '../src/cli/doctor/rules-part.ts';
import { type Resources, sub } from './cloudformation.ts';
import { inSub } from './in-sub.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

interface Target {
  readonly Arn: unknown;
  readonly RoleArn?: unknown;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap: Record<string, string>;
    readonly InputTemplate: string;
  };
}

interface Properties {
  readonly Name?: unknown;
  readonly EventBusName?: unknown;
  readonly EventPattern?: object;
  readonly ScheduleExpression?: string;
  readonly Targets?: readonly Target[];
}

/** Characters that a standard parameter takes: AWS Systems Manager, "Quotas". */
const room = 4096;

/** How long CloudFormation makes what it fills in: the longest that there is, or that our names leave room for. */
const longest: { readonly [variable: string]: number } = {
  'AWS::AccountId': 12,
  'AWS::Partition': 'aws-us-gov'.length,
  'AWS::Region': 'ap-southeast-2'.length,
  'AWS::StackId': 200,
};
const longestOther = 128;

const filledLength = (text: string): number =>
  text.replaceAll(/\$\{([^!}]+)\}/g, (_, variable: string) => '-'.repeat(longest[variable] ?? longestOther))
    .length;

/** A rule as the parameters tell it, its values as Fn::Sub has them. */
const told = (
  id: string,
  { Name, EventBusName, EventPattern, ScheduleExpression, Targets = [] }: Properties,
): DeployedRule => {
  const name = textInSub(Name ?? { Ref: id });
  return {
    rule: EventBusName === undefined ? name : `${textInSub(EventBusName)}/${name}`,
    ...(EventPattern && { pattern: inSub(EventPattern) as Record<string, unknown> }),
    ...(ScheduleExpression !== undefined && { schedule: ScheduleExpression }),
    targets: Targets.map(({ Arn, RoleArn, ...rest }) => ({
      arn: textInSub(Arn),
      ...(RoleArn !== undefined && { role: textInSub(RoleArn) }),
      input: inputDigest(rest),
    })),
  };
};

const textInSub = (value: unknown): string => String(inSub(value));

/** Puts rules into as few parts as have room for them, however long what is filled in. */
const parted = (rules: readonly DeployedRule[]): readonly (readonly DeployedRule[])[] => {
  const parts: DeployedRule[][] = [];
  let left = 0;
  for (const rule of rules) {
    const length = filledLength(JSON.stringify(rule)) + 1;
    if (length > left) {
      parts.push([]);
      left = room - JSON.stringify({ of: 99, rules: [] } satisfies RulesPart).length;
    }
    parts.at(-1)?.push(rule);
    left -= length;
  }
  return parts;
};

/**
 * A template with what tells what its rules are deployed as, for whoever compares: every one that it has, whoever put it
 * there. CloudFormation fills in names and ARNs, so that they are those of EventBridge.
 * @param resources the whole template; what told of an earlier one isn't kept
 */
export const withRulesTold = (resources: Resources, { service, stage }: DeploymentNames): Resources => {
  const others = Object.entries(resources).filter(([id]) => !/^RulesParameter\d+$/.test(id));
  const rules = others.flatMap(([id, resource]) => {
    const { Type, Properties = {} } = resource as {
      readonly Type?: string;
      readonly Properties?: Properties;
    };
    return Type === 'AWS::Events::Rule' ? [told(id, Properties)] : [];
  });
  const parts = parted(rules).map((some, index, { length }) => [
    `RulesParameter${index + 1}`,
    {
      Type: 'AWS::SSM::Parameter',
      Properties: {
        Name: `/${service}/${stage}/${rulesPartName(index + 1)}`,
        Description: 'What rules of Lifeguard are deployed as, for whoever checks whether they still are',
        Type: 'String',
        Value: sub(JSON.stringify({ of: length, rules: [...some] } satisfies RulesPart)),
      },
    },
  ]);
  return Object.fromEntries([...others, ...parts]);
};
