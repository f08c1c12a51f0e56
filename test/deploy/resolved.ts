import type { Template } from './template.ts';

const account = '111122223333';
/** What CloudFormation adds to the names that it gives. */
const suffix = '1A2B3C4D5E6F';

/** Where a template is deployed to. */
export interface Place {
  readonly stack: string;
  readonly region: string;
}

export const prod: Place = { stack: 'cognito-lifeguard-prod', region: 'eu-west-1' };

/** The ids of event source mappings and keys, which AWS makes up. */
export const mappingId = '5a6e0000-1111-4222-8333-444455556666';
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

/** A value of a template as it is once AWS has made everything: its functions replaced by names and ARNs. */
export const resolved = (template: Template, value: unknown, place: Place = prod): unknown => {
  const { stack, region } = place;
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack}/0c5e6a50`,
    'AWS::StackName': stack,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const nameOf = (id: string): string => {
    const { Name, RoleName, QueueName, TopicName } = template.Resources[id]?.Properties ?? {};
    const given = Name ?? RoleName ?? QueueName ?? TopicName;
    return given === undefined ? `${stack}-${id}-${suffix}` : String(resolved(template, given, place));
  };
  const arnOf = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  const attribute = (id: string, name: string): string => {
    const type = template.Resources[id]?.Type;
    if (name === 'QueueName' || name === 'TopicName') return nameOf(id);
    if (type === 'AWS::SQS::Queue') return arnOf('sqs', nameOf(id));
    if (type === 'AWS::KMS::Key') return arnOf('kms', `key/${keyId}`);
    if (type === 'AWS::DynamoDB::Table') return arnOf('dynamodb', `table/${nameOf(id)}`);
    if (type === 'AWS::Events::EventBus') return arnOf('events', `event-bus/${nameOf(id)}`);
    if (type === 'AWS::IAM::Role') return `arn:aws:iam::${account}:role/${nameOf(id)}`;
    if (type === 'AWS::Events::Rule') {
      const { EventBusName } = template.Resources[id]?.Properties ?? {};
      return arnOf('events', `rule/${EventBusName ? `${nameOf(EventBusName.Ref)}/` : ''}${nameOf(id)}`);
    }
    throw new Error(`Nothing is known of ${id}.${name}.`);
  };
  const ref = (id: string): string => {
    const type = template.Resources[id]?.Type;
    if (id in pseudo) return pseudo[id] ?? '';
    if (type === 'AWS::SNS::Topic') return arnOf('sns', nameOf(id));
    if (type === 'AWS::SQS::Queue') return `https://sqs.${region}.amazonaws.com/${account}/${nameOf(id)}`;
    if (type === 'AWS::Lambda::EventSourceMapping') return mappingId;
    if (type === undefined) throw new Error(`The template has no ${id}.`);
    return nameOf(id);
  };
  if (Array.isArray(value)) return value.map((each) => resolved(template, each, place));
  if (typeof value !== 'object' || value === null) return value;
  const of = value as { readonly [name: string]: unknown };
  if (typeof of.Ref === 'string') return ref(of.Ref);
  if (Array.isArray(of['Fn::GetAtt']))
    return attribute(String(of['Fn::GetAtt'][0]), String(of['Fn::GetAtt'][1]));
  if (typeof of['Fn::Sub'] === 'string')
    return of['Fn::Sub'].replace(/\$\{([\w:]+)(?:\.(\w+))?\}/g, (_, id: string, name?: string) =>
      name === undefined ? ref(id) : attribute(id, name),
    );
  return Object.fromEntries(
    Object.entries(of).map(([name, each]) => [name, resolved(template, each, place)]),
  );
};
