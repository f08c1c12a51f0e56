import type { Arrow } from './arrow.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** A box of the picture. */
export interface Part {
  readonly id: string;
  readonly kind: keyof typeof looks;
  /** Line by line: what it is, and its name in serverless.yml or for people. */
  readonly label: readonly string[];
}

/** How each kind of part looks: graphviz's shape, and the colour of its fill. */
export const looks = {
  rule: { shape: 'box', fill: '#fce8f0' },
  bus: { shape: 'box', fill: '#fce8f0' },
  queue: { shape: 'cds', fill: '#fff3d6' },
  deadLetters: { shape: 'cds', fill: '#ffffff' },
  function: { shape: 'box', fill: '#ffe2cc' },
  table: { shape: 'cylinder', fill: '#e0e8ff' },
  topic: { shape: 'box', fill: '#f7dfe9' },
  alarms: { shape: 'box', fill: '#f7dfe9' },
  outside: { shape: 'ellipse', fill: '#ffffff' },
} as const;

const outside: { readonly [id: string]: readonly string[] } = {
  events: ['EventBridge', 'default bus,', 'from CloudTrail'],
  eventsElsewhere: ['EventBridge', 'in every other', 'governed Region'],
  cognito: ['Amazon Cognito', 'user pools'],
  mail: ['people', 'mail'],
  chat: ['people', 'Slack, by', 'Amazon Q Developer'],
  webhook: ['people', 'Slack, by', 'a webhook'],
  machines: ['EventBridge', 'events for your', 'own automation'],
  securityHub: ['Security Hub', 'findings'],
};

const kinds: { readonly [type: string]: readonly [Part['kind'], string] } = {
  'AWS::Events::Rule': ['rule', 'rule'],
  'AWS::Events::EventBus': ['bus', 'event bus'],
  'AWS::CloudFormation::StackSet': ['rule', 'stack set'],
  'AWS::SQS::Queue': ['queue', 'queue'],
  'AWS::DynamoDB::Table': ['table', 'table'],
  'AWS::SNS::Topic': ['topic', 'topic'],
};

/** The boxes that arrows begin or end at, in the order in which they are first met. */
export const partsOf = (
  { functions, resources }: ServiceDefinition,
  arrows: readonly Arrow[],
): readonly Part[] => {
  const alarms = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm').length;
  const partOf = (id: string): Part => {
    const [kind, word] = kinds[resources[id]?.Type ?? ''] ?? [];
    if (kind === 'queue' && id.endsWith('DeadLetters'))
      return { id, kind: 'deadLetters', label: ['dead letters', id] };
    if (kind === 'rule' && resources[id]?.Properties.ScheduleExpression !== undefined)
      return { id, kind, label: ['schedule', id] };
    if (kind && word !== undefined) return { id, kind, label: [word, id] };
    if (id in functions) return { id, kind: 'function', label: ['function', id] };
    if (id === 'tampering') return { id, kind: 'rule', label: ['rules', 'on tampering'] };
    if (id === 'alarms') return { id, kind: 'alarms', label: ['CloudWatch', `${alarms} alarms`] };
    const label = outside[id];
    if (!label) throw new Error(`The picture of the architecture has no word for ${id}.`);
    return { id, kind: 'outside', label };
  };
  return [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].map(partOf);
};
