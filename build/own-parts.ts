import type { Text } from './calls-pattern.ts';
import { sub } from './cloudformation.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import type { OwnParts } from './tampering-patterns.ts';
import { tamperingRulePrefix } from './tampering-rule.ts';

/** A template's resources, as far as who looks for its parts reads them. */
export type Parts = Readonly<
  Record<string, { readonly Type?: string; readonly Properties?: { readonly Name?: Text } }>
>;

const arnOf = (id: string): object => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** All that a template has, as far as somebody could tamper with it. */
export const ownParts = (resources: Parts, names: DeploymentNames): OwnParts => {
  const { service, stage } = names;
  const own = `${service}-${stage}-`;
  const idsOf = (type: string): readonly string[] =>
    Object.keys(resources).filter((id) => resources[id]?.Type === type);
  // Names that CloudFormation gives begin with the stack's, which is this; where it isn't, memberTemplate gives names.
  const queueArnPrefix = sub(`arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:${own}`);
  const topicArnPrefix = sub(`arn:\${AWS::Partition}:sns:\${AWS::Region}:\${AWS::AccountId}:${own}`);
  const prefix = tamperingRulePrefix(names);
  return {
    rules: idsOf('AWS::Events::Rule')
      .map((id) => resources[id]?.Properties?.Name ?? { Ref: id })
      .filter((name) => typeof name !== 'string' || !name.startsWith(prefix)),
    rulePrefixes: [prefix],
    watched: [`${prefix}rules`],
    targetArnPrefixes: [queueArnPrefix, topicArnPrefix],
    // Told of where there is none, too, so that every deployment has the same rules.
    busPrefix: own,
    functionPrefix: `${own}on-`,
    mappings: idsOf('AWS::Lambda::EventSourceMapping').map((id) => ({ Ref: id })),
    queueArnPrefix,
    keyArns: idsOf('AWS::KMS::Key').map(arnOf),
    queuePrefix: own,
    topicArnPrefix,
    tables: idsOf('AWS::DynamoDB::Table').map((id) => ({ Ref: id })),
    stacks: [{ Ref: 'AWS::StackName' }, { Ref: 'AWS::StackId' }],
    alarmPrefix: own,
    roles: idsOf('AWS::IAM::Role').map((id) => ({ Ref: id })),
  };
};
