import { describe, expect, it } from 'vitest';
import { callLink, poolLink, webAddress } from '../../src/notify/links.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aCall } from '../support/a-pool-change.ts';

const poolIn = (region: string) => poolRef('111122223333', region, `${region}_AbCdEf123`);

describe('links', () => {
  it.each([
    ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
  ])('lead from %s to the console of its partition', (region, host) => {
    const pool = poolIn(region);

    expect(poolLink(pool)?.url).toBe(
      `${host}cognito/v2/idp/user-pools/${region}_AbCdEf123/users?region=${region}`,
    );
    expect(callLink(pool, aCall({ eventId: 'e-1' }))?.url).toBe(
      `${host}cloudtrailv2/home?region=${region}#/events/e-1`,
    );
  });

  it('percent-encode what stands in them', () => {
    const url = callLink(poolIn('eu-west-1'), aCall({ eventId: 'a/b?c#d e|>\ud800' }))?.url;

    expect(url).toMatch(/#\/events\/a%2Fb%3Fc%23d%20e%7C%3E%EF%BF%BD$/);
  });

  it('are left out for a partition whose console is unknown, a Region that is none, and over 500 characters', () => {
    expect(poolLink({ ...poolIn('eu-west-1'), partition: 'aws-iso' })).toBeUndefined();
    expect(poolLink({ ...poolIn('eu-west-1'), partition: 'toString' })).toBeUndefined();
    expect(poolLink({ ...poolIn('eu-west-1'), region: 'evil.example/' })).toBeUndefined();
    expect(callLink(poolIn('eu-west-1'), aCall({ eventId: 'x'.repeat(500) }))).toBeUndefined();
  });
});

describe('webAddress', () => {
  it('takes web addresses, with the marks of chat markup encoded', () => {
    expect(webAddress('https://git.example.com/a|b>c`d')).toBe('https://git.example.com/a%7Cb%3Ec%60d');
  });

  it.each([
    undefined,
    '',
    'exemptions',
    'javascript:alert(1)',
    'mailto:security@example.com',
    `https://example.com/${'x'.repeat(500)}`,
  ])('takes no %j', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });
});
