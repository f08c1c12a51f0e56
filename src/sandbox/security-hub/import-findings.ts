import { type Answer, answered, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { denied } from '../injected-refusal.ts';
import { type JsonObject, objectsAt, stringAt } from '../json.ts';
import { brokenFinding } from './broken-finding.ts';
import type { SecurityHubWorld } from './security-hub.ts';

/** BatchImportFindings, AWS Security Hub API reference. */
const MOST_FINDINGS = 100;

const PRODUCT_ARN = /^arn:aws[a-z-]*:securityhub:([a-z0-9-]+):(\d{12})?:product\/[^/]+\/[^/]+$/;

/** BatchImportFindings: each finding is taken or refused by itself, but for what is wrong with the whole request. */
export function importFindings(world: SecurityHubWorld, call: Call): Answer {
  const findings = objectsAt(call.input, 'Findings');
  const broken = brokenRequest(world, call, findings);
  if (broken) return broken;
  const failed = findings.flatMap((finding) => {
    const message = brokenFinding(finding);
    if (message === undefined) world.findings.take(finding);
    return message === undefined
      ? []
      : [{ Id: stringAt(finding, 'Id') ?? '', ErrorCode: 'InvalidInput', ErrorMessage: message }];
  });
  return answered({
    FailedCount: failed.length,
    SuccessCount: findings.length - failed.length,
    FailedFindings: failed,
  });
}

function brokenRequest(
  world: SecurityHubWorld,
  call: Call,
  findings: readonly JsonObject[],
): Refused | undefined {
  if (findings.length < 1 || findings.length > MOST_FINDINGS) {
    return refused('InvalidInputException', `Findings must have 1 to ${MOST_FINDINGS} items`);
  }
  const malformed = findings
    .map((finding) => stringAt(finding, 'ProductArn') ?? '')
    .find((arn) => !PRODUCT_ARN.test(arn));
  // Text: github.com/aquasecurity/trivy, #6010.
  if (malformed !== undefined) return refused('InvalidInputException', `productArn: "${malformed}"`);
  // A finding of another account or for another Region: github.com/prowler-cloud/prowler, #867 and #618.
  if (findings.some((finding) => isForeign(world, call, finding))) return denied(call, world.accountId);
  if (world.isOn(call.region)) return undefined;
  return refused(
    'InvalidAccessException',
    `Account ${world.accountId} is not subscribed to AWS Security Hub`,
    401,
  );
}

function isForeign({ accountId }: SecurityHubWorld, call: Call, finding: JsonObject): boolean {
  const [, region, owner] = PRODUCT_ARN.exec(stringAt(finding, 'ProductArn') ?? '') ?? [];
  const account = stringAt(finding, 'AwsAccountId') ?? accountId;
  return region !== call.region || owner !== accountId || account !== accountId;
}
