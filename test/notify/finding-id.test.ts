import { describe, expect, it } from 'vitest';
import { findingId } from '../../src/notify/finding-id.ts';

const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';

describe('the id of a finding', () => {
  it('is this one in every version: a new one would leave the old finding open with nobody to close it', () => {
    // printf '%s %s' ARN RULE | sha256sum
    expect(findingId(pool, 'password-minimum-length')).toBe(
      'cognito-lifeguard/94f8ffa8abdee27b3aee3893f9aaf419',
    );
    expect(findingId(pool, 'mfa-required')).toBe('cognito-lifeguard/774b620fd9114f792819e13f02f5e249');
  });

  it('is another one for each pool and each rule', () => {
    const ids = [findingId(pool, 'a'), findingId(pool, 'b'), findingId(`${pool}X`, 'a')];

    expect(new Set(ids).size).toBe(3);
  });
});
