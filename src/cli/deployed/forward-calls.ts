import { join } from 'node:path';
import { rulePatternFrom } from '../../sandbox/rule-pattern.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Forwarding } from '../doctor/deployed-parts.ts';
import { packageRoot } from '../package-root.ts';
import { sandboxRegion } from './sandbox-settings.ts';
import type { Topics } from './topics.ts';

/** The rules of serverless.yml whose calls are looked at. */
export const callRules = ['CognitoCallsRule', 'WebAclRule'] as const;

/** The bus at home, the rule in each other Region, and the role that it forwards by: as a deployment names them. */
const bus = 'cognito-lifeguard-prod-calls';
const rule = `cognito-lifeguard-prod-${sandboxRegion}-forward`;

/** The rule in each other Region that watches it and the one before, and the rule at home that tells of it. */
const watch = `${rule}-watch`;

/** The queue in each other Region of what that one could not forward. */
const deadLetters = `${watch}-dead-letters`;
const told = 'cognito-lifeguard-prod-tampering-elsewhere';

/** Calls on those rules, and on roles: nothing in the sandbox records any. */
const tampering = {
  source: ['aws.events', 'aws.iam'],
  detail: {
    $or: [
      { requestParameters: { name: [rule, watch] } },
      { requestParameters: { rule: [rule, watch] } },
      { requestParameters: { roleName: [{ prefix: { 'equals-ignore-case': 'cognito-lifeguard-prod-' } }] } },
    ],
  },
};

/** The name of the role, as roles in the sandbox are named. */
export const forwardRole = `prod-${sandboxRegion}-forward`;

/** Reads the pattern of one of those rules. */
export const patternOf = (name: (typeof callRules)[number]) =>
  rulePatternFrom(join(packageRoot(), 'serverless.yml'), name);

/**
 * Has the calls of other Regions forwarded home, and what tells the command line there where home is.
 * @returns what the parameter `parts` says of it
 */
export const forwardCalls = async (
  sandbox: Sandbox,
  others: readonly string[],
  { tampering: topicArn }: Pick<Topics, 'tampering'>,
): Promise<Forwarding> => {
  const roleArn = `arn:aws:iam::${sandbox.accountId}:role/${rule}`;
  const pattern = { $or: await Promise.all(callRules.map(patternOf)) };
  for (const region of others) {
    const to = { region: sandboxRegion, bus, roleArn };
    sandbox.forwardRule({ name: rule, region, pattern, to });
    sandbox.forwardRule({ name: watch, region, pattern: tampering, to });
    sandbox.queues.create(region, deadLetters);
    sandbox.parameters.put('/cognito-lifeguard/prod/home', 'String', sandboxRegion, region);
  }
  sandbox.targetRule({
    name: 'ForwardedCallsRule',
    pattern,
    queueName: 'pool-changes',
    region: sandboxRegion,
    bus,
  });
  sandbox.publishRule({ name: told, pattern: tampering, region: sandboxRegion, bus, topicArn });
  const arn = (path: string): string => `arn:aws:events:${sandboxRegion}:${sandbox.accountId}:${path}`;
  return {
    rule,
    bus: arn(`event-bus/${bus}`),
    busRule: arn(`rule/${bus}/ForwardedCallsRule`),
    watch,
    deadLetters,
    busWatch: arn(`rule/${bus}/${told}`),
    stackSet: `cognito-lifeguard-prod-${sandboxRegion}-forwarders`,
  };
};
