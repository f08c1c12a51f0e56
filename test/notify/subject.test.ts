import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/notify/subject.ts';
import { aNotice } from '../support/a-notice.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const named = (name: string | null) => {
  const outcome = anOutcome();
  return aNotice(outcome.pool ? { ...outcome, pool: { ...outcome.pool, name } } : outcome);
};

describe('subjectOf', () => {
  it('says severity, result, account, pool and values', () => {
    expect(subjectOf(aNotice())).toBe(
      '[HIGH] Fixed in prod-eu: checkout-users MinimumLength found 8, now 14',
    );
  });

  it('marks what is urgent', () => {
    expect(subjectOf(aNotice(anUnwrittenOutcome()))).toMatch(/^\[URGENT, HIGH\] Not fixed/);
  });

  it('keeps the result of a pool with a long name', () => {
    expect(subjectOf(named('customer-facing-checkout-and-payment-users-of-europe'))).toBe(
      '[HIGH] Fixed in prod-eu: customer-facing-checkout-and-... MinimumLength found 8, now 14',
    );
  });

  it.each([
    ['Käufer', 'Kaufer'],
    ['顧客', '(unprintable)'],
    ['a\r\nBcc: b@example.com', '"a Bcc: b@example.com"'],
    ['', 'eu-west-1_AbCdEf123'],
    [null, 'eu-west-1_AbCdEf123'],
  ])('calls the pool %j %s', (name, shown) => {
    expect(subjectOf(named(name))).toBe(`[HIGH] Fixed in prod-eu: ${shown} MinimumLength found 8, now 14`);
  });

  it('cuts at a word and says so', () => {
    const long = 'word '.repeat(40);
    const outcome = anOutcome({ findings: [aFinding({ found: long, now: long, resolved: true })] });

    const subject = subjectOf(aNotice(outcome));

    expect(subject.length).toBeLessThanOrEqual(100);
    expect(subject).toMatch(/word\.\.\., now\.\.\.$/);
  });
});
