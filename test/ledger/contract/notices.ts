import { describe, expect, it } from 'vitest';
import type { HeldNotice } from '../../../src/ledger/notice-memory.ts';
import { anOutcome, at, type Contract, ledgersOf, pool } from './a-ledger.ts';

const hour = 60 * 60 * 1000;

const aHeld = (id: string, overrides: Partial<HeldNotice> = {}): HeldNotice => ({
  id,
  at: at(0),
  severity: 'high',
  headline: `Fixed: ${id}`,
  pool: { arn: pool.arn, name: 'checkout-users', createdAt: at(-1000) },
  ...overrides,
});

export const noticesContract: Contract = (name, make) => {
  describe(`${name}: notices`, () => {
    it('are told once each', async () => {
      const { notices } = await ledgersOf(make);
      await notices.told('outcome-1');
      await notices.told('outcome-1');

      expect(await notices.isTold('outcome-1')).toBe(true);
      expect(await notices.isTold('outcome-2')).toBe(false);
    });

    it('are told by one process at a time, which has two minutes', async () => {
      const { notices } = await ledgersOf(make);

      expect(await notices.begin('outcome-1', at(0))).toBe(true);
      expect(await notices.isTold('outcome-1')).toBe(false);
      expect(await notices.begin('outcome-1', at(119))).toBe(false);
      expect(await notices.begin('outcome-2', at(119))).toBe(true);
      expect(await notices.begin('outcome-1', at(120))).toBe(true);
    });

    it('can be told at once where whoever began told nobody', async () => {
      const { notices } = await ledgersOf(make);
      await notices.begin('outcome-1', at(0));

      await notices.giveBack('outcome-1');

      expect(await notices.begin('outcome-1', at(1))).toBe(true);
    });

    it('are not the outcomes that are kept under the same id', async () => {
      const { looks, notices } = await ledgersOf(make);
      await looks.keep({ outcome: anOutcome() });

      expect(await notices.isTold('outcome-1')).toBe(false);
    });
  });

  describe(`${name}: notices that say the same`, () => {
    it('repeat the first of them until the window is over, and then one of them is the first', async () => {
      const { notices } = await ledgersOf(make);

      expect(await notices.isRepeat('key', 'one', at(0), hour)).toBe(false);
      expect(await notices.isRepeat('key', 'two', at(3599), hour)).toBe(true);
      expect(await notices.isRepeat('key', 'three', at(3600), hour)).toBe(false);
      expect(await notices.isRepeat('key', 'four', at(3601), hour)).toBe(true);
    });

    it('do not repeat themselves when they come twice', async () => {
      const { notices } = await ledgersOf(make);
      await notices.isRepeat('key', 'one', at(0), hour);

      expect(await notices.isRepeat('key', 'one', at(5), hour)).toBe(false);
    });

    it('are held against when the first of them was told, however often that comes again', async () => {
      const { notices } = await ledgersOf(make);
      await notices.isRepeat('key', 'one', at(0), hour);
      await notices.isRepeat('key', 'one', at(3500), hour);

      expect(await notices.isRepeat('key', 'two', at(3600), hour)).toBe(false);
    });

    it('do not repeat what says something else', async () => {
      const { notices } = await ledgersOf(make);
      await notices.isRepeat('key', 'one', at(0), hour);

      expect(await notices.isRepeat('another key', 'two', at(1), hour)).toBe(false);
    });
  });

  describe(`${name}: a window`, () => {
    it('admits the first so many ids, each as often as it comes', async () => {
      const { notices } = await ledgersOf(make);

      expect(await notices.admit('pool', 'one', 2)).toBe(true);
      expect(await notices.admit('pool', 'two', 2)).toBe(true);
      expect(await notices.admit('pool', 'three', 2)).toBe(false);
      expect(await notices.admit('pool', 'one', 2)).toBe(true);
      expect(await notices.admit('another', 'three', 2)).toBe(true);
    });

    it('admits no more when many ask at once', async () => {
      const { notices } = await ledgersOf(make);

      const admitted = await Promise.all(
        Array.from({ length: 12 }, (_, index) => notices.admit('pool', `notice-${index}`, 3)),
      );

      expect(admitted.filter(Boolean)).toHaveLength(3);
    });

    it('keeps what waits for its summary, each once, and of other windows nothing', async () => {
      const { notices } = await ledgersOf(make);
      const { pool: _, ...poolless } = aHeld('two');
      await notices.hold('ten', aHeld('one'));
      await notices.hold('ten', poolless);
      await notices.hold('ten', aHeld('one'));
      await notices.hold('eleven', aHeld('three'));

      const held = await notices.held('ten');

      expect(held.toSorted((left, right) => (left.id < right.id ? -1 : 1))).toEqual([aHeld('one'), poolless]);
      expect(await notices.held('twelve')).toEqual([]);
    });
  });
};
