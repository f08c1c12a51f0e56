import { describe, expect, it } from 'vitest';
import { progressFrom } from '../../../src/cli/backtest/progress.ts';

/** What is written while half of something is done at these times. */
const writtenAt = (times: readonly number[], { isTTY = true, quiet = false } = {}) => {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: unknown) => written.push(String(text)) > 0 };
  const progress = progressFrom({ stream: stream as never, now: () => time, quiet });
  for (const at of times) {
    time = at;
    progress.at(0.5, at, 'records');
  }
  progress.end();
  return written;
};

describe('progress', () => {
  it('says how far it is, how fast, and how long it takes still', () => {
    expect(writtenAt([4000])).toEqual([
      '\r\u001b[K50 %  4000 records, 1000 a second, 4 s left',
      '\r\u001b[K',
    ]);
  });

  it.each([
    ['before two seconds are over', [1999], {}],
    ['where nobody sees it', [4000], { isTTY: false }],
    ['where somebody wants quiet', [4000], { quiet: true }],
  ])('isn’t shown %s', (_, times, world) => {
    expect(writtenAt(times, world)).toEqual([]);
  });

  it('changes four times a second at most', () => {
    expect(writtenAt([2000, 2100, 2249, 2250])).toHaveLength(3);
  });
});
