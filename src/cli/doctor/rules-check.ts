import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inert } from '../report/inert.ts';
import { type Check, ok, wrong } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { ruleNamed } from './rule-named.ts';

const name = 'rules';

/** Which queue each rule feeds, by their names in the template. */
const feeds: { readonly [rule: string]: string } = {
  CognitoCallsRule: 'PoolChangesQueue',
  WebAclRule: 'PoolChangesQueue',
  SweepSchedule: 'SweepsQueue',
  DeployedRule: 'SweepsQueue',
};

/** Whether the EventBridge rules are there, enabled, and feed the deployment's queues. */
export const rulesCheck = async (
  { rules, queues }: Pick<DeployedParts, 'rules' | 'queues'>,
  region: string,
): Promise<Check> => {
  const client = new EventBridgeClient({ region });
  const troubles: string[] = [];
  const disabled: string[] = [];
  for (const [logicalId, rule] of Object.entries(rules)) {
    const found = await ruleNamed(client, rule);
    const shown = inert(`${logicalId} (${rule})`);
    if (!found) troubles.push(`${shown} is gone`);
    else if (!found.isEnabled) {
      troubles.push(`${shown} is disabled`);
      disabled.push(rule);
    } else if (!found.targets.some(({ arn }) => arn.split(':').at(-1) === queueName(queues, logicalId)))
      troubles.push(`${shown} has no target that is our queue`);
  }
  if (troubles.length === 0)
    return ok(name, `All ${Object.keys(rules).length} rules are enabled and have targets.`);
  return wrong(
    name,
    `${troubles.join('; ')}.`,
    disabled.length === troubles.length
      ? `${disabled.map((rule) => inert(`aws events enable-rule --name ${rule}`)).join('; ')}; and ask who disabled it.`
      : 'Deploy again; where the template is unchanged, put the rule back by hand as .serverless/ has it.',
  );
};

const queueName = (queues: DeployedParts['queues'], rule: string): string | undefined =>
  queues[feeds[rule] ?? '']?.split('/').at(-1);
