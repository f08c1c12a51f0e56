import { describe, expect, it } from 'vitest';
import { duration } from '../../src/notify/duration.ts';

describe('duration', () => {
  it.each([
    ['2026-11-23T09:00:00Z', 'under 2 seconds'],
    ['2026-11-23T09:00:01.2Z', 'under 2 seconds'],
    ['2026-11-23T09:00:02Z', '2 seconds'],
    ['2026-11-23T09:01:59Z', '119 seconds'],
    ['2026-11-23T09:12:00Z', '12 minutes'],
    ['2026-11-23T12:00:00Z', '3 hours'],
    ['2026-11-23T08:59:00Z', undefined],
    ['soon', undefined],
  ])('from nine to %s is %s', (to, said) => {
    expect(duration('2026-11-23T09:00:00Z', to)).toBe(said);
  });
});
