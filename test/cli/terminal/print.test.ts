import { describe, expect, it } from 'vitest';
import { onScreen, printAs, printData, printText } from '../../../src/cli/terminal/print.ts';

const sentence = 'Two pools were looked at, and one change is planned. Nothing was written.';

describe('text for people', () => {
  it('has the width of the terminal that it is shown on', () => {
    expect(onScreen(sentence, { isTTY: true, columns: 60 })).toBe(
      'Two pools were looked at, and one change is planned. Nothing\n  was written.',
    );
  });

  it.each([
    ['in a pipe', {}],
    ['in a file, whatever width is known', { isTTY: false, columns: 60 }],
    ['on a terminal that tells no width', { isTTY: true, columns: 0 }],
  ])('has its lines whole %s', (_, screen) => {
    expect(onScreen(sentence, screen)).toBe(sentence);
  });
});

describe('a format', () => {
  it('is text for people, or data that is printed as it is', () => {
    expect(printAs('text')).toBe(printText);
    expect(['json', 'sarif', 'junit', 'markdown'].map(printAs)).toEqual(Array(4).fill(printData));
  });
});
