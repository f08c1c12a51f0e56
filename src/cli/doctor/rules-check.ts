import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inert } from '../report/inert.ts';
import { type Check, ok, wrong } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { differences, enableRule, shownDifferences } from './differences.ts';
import { ruleNamed } from './rule-named.ts';
import type { DeployedRule } from './rules-part.ts';
import { rulesUntold } from './rules-untold.ts';
import { ruleOnBus } from './ways-home.ts';

const name = 'rules';

const putBack = (stage: string): string =>
  `Deploy again; where the template is unchanged, put the rule back by hand, as aws cloudformation get-template and the parameters /cognito-lifeguard/${inert(stage)}/rules-1 and so on have it.`;

/**
 * Whether the deployment's EventBridge rules stand as they were deployed: there, enabled, with their patterns and
 * targets. Those that take what other Regions forward belong to the checks of those.
 * @param rules what all were deployed as; undefined where nothing tells
 */
export const rulesCheck = async (
  rules: readonly DeployedRule[] | undefined,
  { forwarding, stage }: Pick<DeployedParts, 'forwarding' | 'stage'>,
  region: string,
): Promise<Check> => {
  if (!rules) return rulesUntold(name);
  const client = new EventBridgeClient({ region });
  const elsewhere = forwarding ? [forwarding.busRule, forwarding.busWatch].map(ruleOnBus) : [];
  const own = rules.filter(({ rule }) => !elsewhere.includes(rule));
  const troubles: { readonly says: string; readonly todo?: string }[] = [];
  for (const deployed of own) {
    const found = differences(await ruleNamed(client, deployed.rule), deployed);
    if (found.length === 0) continue;
    const isOnlyDisabled = found.every(({ kind }) => kind === 'disabled');
    troubles.push({
      says: `${inert(deployed.rule)} ${shownDifferences(found)}`,
      ...(isOnlyDisabled && { todo: enableRule(region, deployed.rule) }),
    });
  }
  if (troubles.length === 0)
    return ok(
      name,
      `All ${own.length} rules are enabled, with the patterns and targets that they were deployed with.`,
    );
  const enabling = troubles.flatMap(({ todo }) => todo ?? []);
  const todos = [
    ...(enabling.length > 0 ? [`${enabling.join('; ')}; and ask who disabled it.`] : []),
    ...(enabling.length < troubles.length ? [putBack(stage)] : []),
  ];
  return wrong(name, `${troubles.map(({ says }) => says).join('; ')}.`, todos.join(' '));
};
