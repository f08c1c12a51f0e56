import { describe, expect, it } from 'vitest';
import type { PoolHistory } from '../../src/history/pool-history.ts';
import { shortenHistory } from '../../src/ledger/shorten-history.ts';
import { aHistory } from './a-memory.ts';

const day = (nth: number) => `2026-11-${String(nth).padStart(2, '0')}T10:00:00.000Z`;
const setting = 'Policies.PasswordPolicy.MinimumLength';

const aLongHistory: PoolHistory = aHistory({
  writes: [1, 2].map((nth) => ({
    outcome: `outcome-${nth}`,
    from: day(nth),
    to: day(nth),
    changed: [],
    values: { [setting]: nth },
  })),
  calls: ['event-1', 'event-2'],
  undoings: [1, 2].map((nth) => ({ at: day(nth), settings: [setting], actors: [] })),
  fixes: [1, 2].map((nth) => ({ setting, at: day(nth), outcome: `outcome-${nth}` })),
  known: { remaining: 'x'.repeat(5000), since: day(1), toldAt: day(1) },
});

/** A room for as many pieces as that. */
const roomFor =
  (pieces: number) =>
  ({ writes, calls, undoings, fixes, known }: PoolHistory): boolean =>
    writes.filter(({ values }) => setting in values).length +
      calls.length +
      undoings.length +
      fixes.length +
      Number((known?.remaining.length ?? 0) > 1000) <=
    pieces;

describe('a history that is too long for its room', () => {
  it('is whole where it is not', () => {
    expect(shortenHistory(aLongHistory, roomFor(9))).toBe(aLongHistory);
  });

  it('loses what the oldest write held first, and keeps that there was one', () => {
    const { writes, ...rest } = aLongHistory;

    const short = shortenHistory(aLongHistory, roomFor(8));

    expect(short).toEqual({ ...rest, writes: [{ ...writes[0], values: {} }, writes[1]] });
  });

  it('then loses calls, then undoings, then fixes, the oldest first', () => {
    const short = shortenHistory(aLongHistory, roomFor(2));

    expect(shortenHistory(aLongHistory, roomFor(6))?.calls).toEqual(['event-2']);
    expect(short?.calls).toEqual([]);
    expect(short?.undoings).toEqual([]);
    expect(short?.fixes).toEqual(aLongHistory.fixes.slice(1));
    expect(short?.known).toEqual(aLongHistory.known);
  });

  it('loses at last most of what people know to be wrong, and not since when', () => {
    const short = shortenHistory(aLongHistory, roomFor(0));

    expect(short?.known).toEqual({ remaining: 'x'.repeat(1000), since: day(1), toldAt: day(1) });
  });

  it('keeps seen settings, rules and debt in any case', () => {
    const { seen, rules, debt } = aLongHistory;

    expect(shortenHistory(aLongHistory, roomFor(0))).toMatchObject({ seen, rules, debt });
  });

  it('is none where nothing that may go is enough', () => {
    expect(shortenHistory(aLongHistory, () => false)).toBeUndefined();
  });
});
