import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuietHours, quietMinutesLeft } from '../../src/telling/quiet-hours.ts';

const leftAt = (hours: string, time: string) => {
  const quiet = parseQuietHours(hours);
  return quiet && quietMinutesLeft(quiet, new Date(time));
};

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00 Europe/Berlin', '2026-11-23T21:00:00Z', 540],
    ['22:00-07:00 Europe/Berlin', '2026-11-23T20:59:00Z', undefined],
    ['22:00-07:00 Europe/Berlin', '2026-11-24T05:59:30Z', 1],
    ['22:00-07:00 Europe/Berlin', '2026-11-24T06:00:00Z', undefined],
    ['09:00-17:00 UTC', '2026-11-23T12:00:00Z', 300],
    ['09:00-17:00 UTC', '2026-11-23T17:00:00Z', undefined],
    ['00:00-06:00 Asia/Kolkata', '2026-11-23T18:30:00Z', 360],
  ])('%s, at %s, are left for %s minutes', (hours, time, minutes) => {
    expect(leftAt(hours, time)).toBe(minutes);
  });

  it.each([
    '22:00-07:00',
    '22:00-07:00 Mars/Olympus',
    '24:00-07:00 UTC',
    '22:60-07:00 UTC',
    '7-9 UTC',
    '07:00-07:00 UTC',
    '',
  ])('aren’t %j', (text) => {
    expect(parseQuietHours(text)).toBeUndefined();
  });

  it('end when they say, whatever the hours: nothing is left of them then', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(minute, minute, minute, (from, to, at) => {
        fc.pre(from !== to);
        const quiet = { from, to, timeZone: 'UTC' };
        const time = new Date(Date.UTC(2026, 10, 23, 0, at));

        const left = quietMinutesLeft(quiet, time);

        const inside = from < to ? at >= from && at < to : at >= from || at < to;
        expect(left !== undefined).toBe(inside);
        if (left !== undefined) expect((at + left) % (24 * 60)).toBe(to);
      }),
    );
  });
});
