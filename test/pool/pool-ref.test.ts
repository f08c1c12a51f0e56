import { describe, expect, it } from 'vitest';
import { isPoolId, poolRef, poolRefFromArn, regionOfPoolId } from '../../src/pool/pool-ref.ts';

describe('a pool reference', () => {
  it.each([
    ['eu-west-1', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbC'],
    ['cn-north-1', 'arn:aws-cn:cognito-idp:cn-north-1:111122223333:userpool/cn-north-1_AbC'],
    ['us-gov-west-1', 'arn:aws-us-gov:cognito-idp:us-gov-west-1:111122223333:userpool/us-gov-west-1_AbC'],
  ])('has the ARN of its partition in %s', (region, arn) => {
    const ref = poolRef('111122223333', region, `${region}_AbC`);

    expect(ref.arn).toBe(arn);
    expect(poolRefFromArn(arn)).toEqual(ref);
    expect(regionOfPoolId(ref.id)).toBe(region);
  });

  it.each(['arn:aws:s3:::bucket', 'arn:aws:cognito-idp:eu-west-1:1:userpool/x', '', 'userpool/eu-west-1_A'])(
    'is not read from %j',
    (text) => {
      expect(poolRefFromArn(text)).toBeUndefined();
    },
  );

  it.each([
    ['eu-west-1_AbC', true],
    ['eu-west-1', false],
    ['a_b\n', false],
    [`eu-west-1_${'A'.repeat(60)}`, false],
    [7, false],
  ])('takes %j for a pool id: %j', (text, expected) => {
    expect(isPoolId(text)).toBe(expected);
  });
});
