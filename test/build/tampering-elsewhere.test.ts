import { describe, expect, it } from 'vitest';
import { tamperingElsewhere } from '../../build/tampering-elsewhere.ts';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';

const longStage = 'a-stage-of-names';

/** The pattern as it is in place, and whether it takes a call on a role of this name. */
const inStage = (stage: string) => {
  const { pattern } = tamperingElsewhere({ service: 'cognito-lifeguard', stage }, 'ap-southeast-2');
  const text = JSON.stringify(pattern).replaceAll(/\{"Fn::Sub":("[^"]*")\}/g, '$1');
  const matches = compilePattern(JSON.parse(text));
  const takes = (roleName: string): boolean =>
    matches({
      source: 'aws.iam',
      'detail-type': 'AWS API Call via CloudTrail',
      detail: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteRole',
        sourceIPAddress: '203.0.113.7',
        requestParameters: { roleName },
      },
    });
  return { text, takes };
};

describe('whoever tampers with a role, told of from another Region', () => {
  // CloudFormation: 64 characters at most, of which a long stack's name and a long logical id get half each.
  it.each([
    ['that CloudFormation names', 'prod', 'cognito-lifeguard-prod-OnPoolChangeRole-1A2B3C4D5E6F'],
    ['of a long stage', longStage, 'cognito-lifeguard-a-stage-ForwarderAdministrationR-1A2B3C4D5E6F'],
    ['that forwards', 'prod', 'cognito-lifeguard-prod-ap-southeast-2-forward'],
    ['in a member of an organization', 'prod', 'cognito-lifeguard-prod-OnPoolChangeRole'],
    // IAM takes it in any case, and CloudTrail records it as the caller wrote it.
    ['in another case', 'prod', 'COGNITO-lifeguard-PROD-onPoolChangeRole-1a2b3c4d5e6f'],
  ])('is known by the role’s name: one %s', (_, stage, role) => {
    expect(inStage(stage).takes(role)).toBe(true);
  });

  it.each([
    ['another stage', 'cognito-lifeguard-staging-OnPoolChangeRole-1A2B3C4D5E6F'],
    ['somebody else', 'deploy'],
  ])('is not taken for one of %s', (_, role) => {
    expect(inStage('prod').takes(role)).toBe(false);
  });

  // Amazon EventBridge user guide, "Quotas".
  it('takes no more than EventBridge’s 2,048 characters', () => {
    expect(inStage(longStage).text.length).toBeLessThanOrEqual(2048);
  });
});
