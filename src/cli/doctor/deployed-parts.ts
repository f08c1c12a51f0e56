/** The parts of a deployment, as its parameter `parts` tells them; build/parts-parameter.ts writes it. */
export interface DeployedParts {
  /** Names of EventBridge rules, by their names in the template. */
  readonly rules: Named;
  /** Names of the EventBridge rules that tell of tampering, straight to the urgent topic; absent in the sandbox. */
  readonly tamperingRules?: readonly string[];
  /** URLs of queues. */
  readonly queues: Named;
  readonly deadLetters: Named;
  /** ARNs of topics. */
  readonly topics: Named;
  /** ARNs of roles. */
  readonly roles: Named;
  /** The key's ARN. */
  readonly key: string;
  readonly stage: string;
  readonly mode: 'remediate' | 'notify';
  /** True where a Slack channel was asked for. */
  readonly slack: boolean;
  readonly securityHub: boolean;
  readonly slackWebhookParameter?: string;
  readonly smsRoleArns: readonly string[];
  readonly sweepMinutes: number;
}

type Named = { readonly [logicalId: string]: string };

/** Reads that parameter; undefined where it has another form, as of a version after this one. */
export const readParts = (text: string): DeployedParts | undefined => {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const parts = parsed as DeployedParts;
  const named = [parts.rules, parts.queues, parts.deadLetters, parts.topics, parts.roles];
  return named.every(isNamed) && typeof parts.key === 'string' && typeof parts.sweepMinutes === 'number'
    ? parts
    : undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isNamed = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');
