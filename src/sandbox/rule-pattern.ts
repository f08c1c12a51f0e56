import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isObject, type JsonObject, objectAt } from './json.ts';

/** Read once for each path: to parse it takes longer than everything else that makes a sandbox. */
const services = new Map<string, Promise<JsonObject>>();

async function readService(path: string): Promise<JsonObject> {
  // CloudFormation's short tags (!Ref, !GetAtt) mean nothing to the parser; they are read as plain values.
  const parsed: unknown = parse(await readFile(path, 'utf8'), { logLevel: 'silent' });
  return isObject(parsed) ? parsed : {};
}

/**
 * The event pattern of an EventBridge rule as serverless.yml declares it, so that what is tried here is what deploys.
 *
 * @param serverlessYmlPath where the file is
 * @param logicalId the rule under `resources.Resources`
 * @throws Error if the file has no such rule or the rule has no EventPattern
 */
export async function rulePatternFrom(
  serverlessYmlPath: string,
  logicalId = 'CognitoCallsRule',
): Promise<JsonObject> {
  const service = services.get(serverlessYmlPath) ?? readService(serverlessYmlPath);
  services.set(serverlessYmlPath, service);
  const rule = objectAt(objectAt(objectAt(await service, 'resources'), 'Resources'), logicalId);
  const pattern = objectAt(rule, 'Properties').EventPattern;
  if (!isObject(pattern))
    throw new Error(`${serverlessYmlPath}: resources.Resources.${logicalId} has no EventPattern`);
  return pattern;
}
