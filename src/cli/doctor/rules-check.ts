import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inert } from '../report/inert.ts';
import { type Check, ok, wrong } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { ruleNamed } from './rule-named.ts';

const name = 'rules';

/** Which queue each rule feeds, by their names in the template. */
const queueFed: { readonly [rule: string]: string } = {
  CognitoCallsRule: 'PoolChangesQueue',
  WebAclRule: 'PoolChangesQueue',
  SweepSchedule: 'SweepsQueue',
  DeployedRule: 'SweepsQueue',
};

/** Whether the EventBridge rules are there, enabled, and feed the deployment's queues, or its urgent topic. */
export const rulesCheck = async (
  {
    rules,
    queues,
    topics,
    tamperingRules = [],
  }: Pick<DeployedParts, 'rules' | 'queues' | 'topics' | 'tamperingRules'>,
  region: string,
): Promise<Check> => {
  const client = new EventBridgeClient({ region });
  const troubles: string[] = [];
  const disabled: string[] = [];
  const expected = [
    ...Object.entries(rules).map(([logicalId, rule]) => ({
      rule,
      shown: inert(`${logicalId} (${rule})`),
      feeds: { what: 'queue', name: queueName(queues, logicalId) },
    })),
    ...tamperingRules.map((rule) => ({
      rule,
      shown: inert(rule),
      feeds: { what: 'urgent topic', name: topics.UrgentTopic?.split(':').at(-1) },
    })),
  ];
  for (const { rule, shown, feeds } of expected) {
    const found = await ruleNamed(client, rule);
    if (!found) troubles.push(`${shown} is gone`);
    else if (!found.isEnabled) {
      troubles.push(`${shown} is disabled`);
      disabled.push(rule);
    } else if (!found.targets.some(({ arn }) => arn.split(':').at(-1) === feeds.name))
      troubles.push(`${shown} has no target that is our ${feeds.what}`);
  }
  if (troubles.length === 0) return ok(name, `All ${expected.length} rules are enabled and have targets.`);
  return wrong(
    name,
    `${troubles.join('; ')}.`,
    disabled.length === troubles.length
      ? `${disabled.map((rule) => inert(`aws events enable-rule --name ${rule}`)).join('; ')}; and ask who disabled it.`
      : 'Deploy again; where the template is unchanged, put the rule back by hand as .serverless/ has it.',
  );
};

const queueName = (queues: DeployedParts['queues'], rule: string): string | undefined =>
  queues[queueFed[rule] ?? '']?.split('/').at(-1);
