import { join } from 'node:path';
import { rulePatternFrom } from '../../sandbox/rule-pattern.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { packageRoot } from '../package-root.ts';
import { sandboxRegion } from './sandbox-settings.ts';

/** The rules of serverless.yml whose calls are looked at. */
export const callRules = ['CognitoCallsRule', 'WebAclRule'] as const;

/** The bus at home, the rule in each other Region, and the role that it forwards by: as a deployment names them. */
const bus = 'cognito-lifeguard-prod-calls';
const rule = `cognito-lifeguard-prod-${sandboxRegion}-forward`;

/** The name of the role, as roles in the sandbox are named. */
export const forwardRole = `prod-${sandboxRegion}-forward`;

/** Reads the pattern of one of those rules. */
export const patternOf = (name: (typeof callRules)[number]) =>
  rulePatternFrom(join(packageRoot(), 'serverless.yml'), name);

/**
 * Has the calls of other Regions forwarded home, and what tells the command line there where home is.
 * @returns what the parameter `parts` says of it
 */
export const forwardCalls = async (sandbox: Sandbox, others: readonly string[]) => {
  const roleArn = `arn:aws:iam::${sandbox.accountId}:role/${rule}`;
  const pattern = { $or: await Promise.all(callRules.map(patternOf)) };
  for (const region of others) {
    sandbox.forwardRule({ name: rule, region, pattern, to: { region: sandboxRegion, bus, roleArn } });
    sandbox.parameters.put('/cognito-lifeguard/prod/home', 'String', sandboxRegion, region);
  }
  sandbox.targetRule({
    name: 'ForwardedCallsRule',
    pattern,
    queueName: 'pool-changes',
    region: sandboxRegion,
    bus,
  });
  return {
    rule,
    bus: `arn:aws:events:${sandboxRegion}:${sandbox.accountId}:event-bus/${bus}`,
    busRule: `arn:aws:events:${sandboxRegion}:${sandbox.accountId}:rule/${bus}/ForwardedCallsRule`,
    stackSet: `cognito-lifeguard-prod-${sandboxRegion}-forwarders`,
  };
};
