import { describe, expect, it } from 'vitest';
import { progressLine, progressOn } from '../../../src/cli/live/progress.ts';

const aScreen = (isTTY: boolean) => {
  const drawn: string[] = [];
  return { drawn, screen: { isTTY, columns: 80, write: (text: string) => drawn.push(text) } };
};

describe('progress', () => {
  it('says pools done, rate and time left', () => {
    expect(progressLine(2500, 10_000, 500)).toBe(
      '[======                  ] 2,500 of 10,000 pools, 5.0 a second, 25 min left',
    );
  });

  it('is silent for the first two seconds', () => {
    const { drawn, screen } = aScreen(true);
    let time = 0;
    const progress = progressOn(screen, () => time);

    progress.found(10);
    time = 1999;
    progress.done();
    expect(drawn).toEqual([]);
    time = 2000;
    progress.done();

    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toContain('2 of 10 pools');
  });

  it('is silent where there is no terminal', () => {
    const { drawn, screen } = aScreen(false);
    let time = 0;
    const progress = progressOn(screen, () => time);

    time = 60_000;
    progress.found(10);
    progress.done();
    progress.clear();

    expect(drawn).toEqual([]);
  });

  it('takes its line away', () => {
    const { drawn, screen } = aScreen(true);
    let time = 0;
    const progress = progressOn(screen, () => time);
    time = 3000;
    progress.found(10);

    progress.clear();
    progress.clear();

    expect(drawn.slice(1)).toEqual(['\r\u001b[K']);
  });
});
