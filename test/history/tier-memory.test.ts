import { describe, expect, it } from 'vitest';
import { tierAfter, tierBefore } from '../../src/history/tier-memory.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const on = (UserPoolTier: string | undefined) => aPoolSnapshot({ userPool: { UserPoolTier } });
const now = '2026-11-23T10:00:00.000Z';
const plus = { value: 'PLUS', since: '2026-10-01T10:00:00.000Z', at: '2026-10-24T10:00:00.001Z' };

describe('the tier that a pool has come down from', () => {
  it('is the highest of the last 30 days', () => {
    expect(tierBefore(plus, on('ESSENTIALS'), now)).toBe('PLUS');
    expect(tierBefore({ ...plus, at: '2026-10-24T10:00:00.000Z' }, on('ESSENTIALS'), now)).toBeUndefined();
  });

  it('is none where the pool is as high as it was, or nothing is remembered', () => {
    expect(tierBefore(plus, on('PLUS'), now)).toBeUndefined();
    expect(tierBefore({ ...plus, value: 'LITE' }, on('PLUS'), now)).toBeUndefined();
    expect(tierBefore(undefined, on('LITE'), now)).toBeUndefined();
  });
});

describe('the tier to remember', () => {
  it('is the higher one, with the day on which the pool was last on it', () => {
    expect(tierAfter(plus, on('LITE'), now)).toEqual(plus);
    expect(tierAfter(plus, on('PLUS'), now)).toEqual({ ...plus, at: now });
    expect(tierAfter(undefined, on('LITE'), now)).toEqual({ value: 'LITE', since: now, at: now });
  });

  it('is not one on which the pool stood for less than a day', () => {
    const since = '2026-10-23T10:00:00.002Z';

    expect(tierAfter({ ...plus, since }, on('LITE'), now)).toEqual({ value: 'LITE', since: now, at: now });
    expect(tierBefore({ ...plus, since }, on('LITE'), now)).toBeUndefined();
    expect(tierBefore({ ...plus, since: '2026-10-23T10:00:00.001Z' }, on('LITE'), now)).toBe('PLUS');
  });

  it('is none where AWS tells none', () => {
    expect(tierAfter(undefined, on(undefined), now)).toBeUndefined();
  });
});
