/** The parts of a deployment, as its parameter `parts` tells them; build/parts-parameter.ts writes it. */
export interface DeployedParts {
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
  /** The Regions whose pools are looked after, home first. */
  readonly regions: readonly string[];
  /** What brings the calls of the others home; absent where there are none. */
  readonly forwarding?: Forwarding;
  /** True where a Slack channel was asked for. */
  readonly slack: boolean;
  readonly securityHub: boolean;
  readonly slackWebhookParameter?: string;
  readonly smsRoleArns: readonly string[];
  readonly sweepMinutes: number;
  /** What the deployment is to an organization; absent where it is nothing to one. */
  readonly organization?: OrganizationPlace;
}

/** The centre of an organization, which lists a stack set's accounts, or a member, which tells the centre by its bus. */
export type OrganizationPlace =
  | { readonly kind: 'centre'; readonly stackSet: string }
  | { readonly kind: 'member'; readonly bus: string };

/** What brings the calls of other Regions home. */
export interface Forwarding {
  /** The name of the rule in each of those Regions. */
  readonly rule: string;
  /** The ARN of the bus at home. */
  readonly bus: string;
  /** The ARN of the rule on that bus. */
  readonly busRule: string;
  /** The name of the rule in each of those Regions that forwards what somebody does to what is there. */
  readonly watch: string;
  /** The name of the queue in each of those Regions of what that rule could not forward. */
  readonly deadLetters: string;
  /** The ARN of the rule on that bus that tells of it. */
  readonly busWatch: string;
  /** The name of the stack set that makes the rules in other Regions. */
  readonly stackSet: string;
  /** As whom its administrator asks about that stack set, where it is the organization's; absent for the account's own. */
  readonly callAs?: 'DELEGATED_ADMIN' | 'SELF';
}

const ofForwarding: readonly (keyof Forwarding)[] = [
  'rule',
  'bus',
  'busRule',
  'watch',
  'deadLetters',
  'busWatch',
  'stackSet',
];

type Named = { readonly [logicalId: string]: string };

/** Reads that parameter; undefined where it has another form, as of a version after this one. */
export const readParts = (text: string): DeployedParts | undefined => {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const parts = parsed as DeployedParts;
  const named = [parts.queues, parts.deadLetters, parts.topics, parts.roles];
  const isWhole =
    named.every(isNamed) &&
    typeof parts.key === 'string' &&
    typeof parts.sweepMinutes === 'number' &&
    Array.isArray(parts.regions) &&
    (parts.forwarding === undefined || isForwarding(parts.forwarding)) &&
    (parts.organization === undefined || isNamed(parts.organization));
  return isWhole ? parts : undefined;
};

const isForwarding = (value: unknown): boolean =>
  isNamed(value) && ofForwarding.every((name) => Object.hasOwn(value as Forwarding, name));

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
