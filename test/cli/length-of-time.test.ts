import { describe, expect, it } from 'vitest';
import { lengthOfTime } from '../../src/cli/length-of-time.ts';

describe('a length of time', () => {
  it.each([
    ['30m', 1_800_000],
    ['4h', 14_400_000],
    ['1d', 86_400_000],
  ])('is read: %s', (text, milliseconds) => {
    expect(lengthOfTime(text)).toBe(milliseconds);
  });

  it.each(['', '4', 'h', '4 h', '-4h', '1.5h', '4h30m', '1w', '4H'])('has no other form: "%s"', (text) => {
    expect(lengthOfTime(text)).toBeUndefined();
  });
});
