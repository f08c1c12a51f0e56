import { SSMClient } from '@aws-sdk/client-ssm';
import { parameterOf } from './parameter-of.ts';
import { type DeployedRule, readRulesPart, rulesPartName } from './rules-part.ts';

/**
 * What every rule of a deployment's home Region was deployed as, as its parameters tell.
 * @returns undefined where a parameter is missing or has another form, as of another version than this one
 * @throws NotAnswered
 */
export const deployedRules = async ({
  stage,
  region,
}: {
  readonly stage: string;
  readonly region: string;
}): Promise<readonly DeployedRule[] | undefined> => {
  const client = new SSMClient({ region });
  const rules: DeployedRule[] = [];
  for (let number = 1, of = 1; number <= of; number += 1) {
    const text = await parameterOf(client, stage, rulesPartName(number));
    const part = text === undefined ? undefined : readRulesPart(text);
    if (!part) return undefined;
    of = part.of;
    rules.push(...part.rules);
  }
  return rules;
};
