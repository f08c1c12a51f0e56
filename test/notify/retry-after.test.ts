import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../src/notify/retry-after.ts';

const now = new Date('2026-11-23T10:00:00Z');

describe('retryAfter', () => {
  it.each([
    ['0', 0],
    ['30', 30_000],
    ['Mon, 23 Nov 2026 10:00:04 GMT', 4000],
    ['Mon, 23 Nov 2026 09:59:00 GMT', 0],
  ])('takes %j for %i milliseconds', (header, milliseconds) => {
    expect(retryAfter(header, now)).toBe(milliseconds);
  });

  it.each([
    null,
    '',
    '-1',
    '1.5',
    '9999999',
    'soon',
    'Mon, 99 Foo 2026 10:00:04 GMT',
    '2026-11-23T10:00:04Z',
  ])('takes nothing from %j', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });
});
