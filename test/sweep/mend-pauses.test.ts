import { describe, expect, it } from 'vitest';
import { aPause } from '../support/a-pause.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';

const check = { schema: 'cognito-lifeguard/sweep/1', kind: 'check-pauses' };
const sweeping = (overrides = {}) => aSweeper({ record: anAccountRecord(), ...overrides });

describe('what is no pause and stands among them', () => {
  it.each([
    ['the next sweep', scheduled],
    ['a check of pauses', check],
  ])('is told and taken away by %s, and no pause with it', async (_, message) => {
    const { bring, damage, damaged, pause, pauses, news } = sweeping();
    pause(aPause());
    damage(3);

    await bring(message);

    expect(damaged()).toBe(0);
    expect(pauses()).toEqual([aPause()]);
    expect(news).toMatchObject([
      { kind: 'pauses-damaged', id: 'pauses-damaged:2026-11-23', entries: 3 },
      { kind: 'pause-begun' },
    ]);
  });

  it('is taken away before a sweep writes anything, or finds another one under way', async () => {
    const { bring, damage, damaged, sweeper, news } = sweeping();
    await bring(scheduled);
    damage(1);
    const replace = async () => {
      throw new Error('Item size to update has exceeded the maximum allowed size');
    };
    Object.assign(sweeper.book, { replace });

    await bring(scheduled);

    expect(damaged()).toBe(0);
    expect(news).toMatchObject([{ kind: 'pauses-damaged' }]);
  });

  it('is told before the first sweep, too', async () => {
    const { bring, damage, news } = aSweeper();
    damage(1);

    await bring(check);

    expect(news).toMatchObject([{ kind: 'pauses-damaged', entries: 1 }]);
  });

  it('is told first: where it can’t be, it stays for the next time', async () => {
    const { bring, damage, damaged, sweeper } = sweeping();
    damage(1);
    const announce = async () => {
      throw new Error('The queue is gone.');
    };
    Object.assign(sweeper, { announce });

    await expect(bring(check)).rejects.toThrow('The queue is gone.');

    expect(damaged()).toBe(1);
  });

  it('is told once a day, however often it is written, and taken away each time', async () => {
    const { bring, damage, damaged, clock, news } = sweeping();
    for (const pass of [0, 3_600_000, 24 * 3_600_000]) {
      clock.pass(pass);
      damage(1);
      await bring(check);
      expect(damaged()).toBe(0);
    }

    expect(news.map(({ id }) => id)).toEqual(['pauses-damaged:2026-11-23', 'pauses-damaged:2026-11-24']);
  });

  it('is told where a command took it away before a sweep came to it', async () => {
    const { bring, news } = sweeping();

    const { reason } = await bring({ ...check, mended: 2 });

    expect(reason).toBe('Pauses: 0 begun, 0 over, 0 last. Entries that were no pauses: 2.');
    expect(news).toMatchObject([{ kind: 'pauses-damaged', entries: 2 }]);
  });
});
