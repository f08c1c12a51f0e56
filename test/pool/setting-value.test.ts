import { describe, expect, it } from 'vitest';
import { sameValue, showValue } from '../../src/pool/setting-value.ts';

describe('setting values', () => {
  it('are the same by content', () => {
    expect(sameValue({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameValue(['email', 'phone'], ['email', 'phone'])).toBe(true);
  });

  it('differ by order, by length and by kind', () => {
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameValue(['a'], ['a', 'b'])).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue(null, false)).toBe(false);
    expect(sameValue('1', 1)).toBe(false);
  });

  it.each([
    [null, 'not set'],
    ['', '(empty)'],
    [[], '(none)'],
    [{}, '(none)'],
    [['verified_email', 'verified_phone_number'], 'verified_email, verified_phone_number'],
    [{ team: 'checkout' }, 'team=checkout'],
    [false, 'false'],
  ])('shows %j as %j', (value, text) => {
    expect(showValue(value)).toBe(text);
  });
});
