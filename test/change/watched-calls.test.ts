import { describe, expect, it } from 'vitest';
import { watchedCall, watchedCalls } from '../../src/change/watched-calls.ts';

const cognito = 'cognito-idp.amazonaws.com';

describe('watchedCall', () => {
  it('governs exactly the calls that policy files speak of', () => {
    const governed = watchedCalls().filter(
      ({ eventSource, call }) => watchedCall(eventSource, call)?.governed,
    );

    expect(governed.map(({ call }) => call)).toEqual([
      'CreateUserPool',
      'UpdateUserPool',
      'SetUserPoolMfaConfig',
      'TagResource',
      'UntagResource',
    ]);
  });

  it('tells of calls newer than the table by their name', () => {
    expect(watchedCall(cognito, 'UpdateUserPoolQuota')).toEqual({
      governed: false,
      did: 'changed the pool by UpdateUserPoolQuota',
    });
  });

  it.each(['DescribeUserPool', 'ListUserPools', 'AdminCreateUser', 'CreateGroup', 'GetUserPoolMfaConfig'])(
    "doesn't follow %s, which configures no pool",
    (call) => {
      expect(watchedCall(cognito, call)).toBeUndefined();
    },
  );

  it('follows only the web ACL calls of AWS WAF', () => {
    expect(watchedCall('wafv2.amazonaws.com', 'AssociateWebACL')?.governed).toBe(false);
    expect(watchedCall('wafv2.amazonaws.com', 'UpdateUserPool')).toBeUndefined();
    expect(watchedCall('wafv2.amazonaws.com', 'UpdateWebACL')).toBeUndefined();
  });
});
