import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert } from '../../../src/cli/report/inert.ts';

describe('inert', () => {
  it.each([
    ['\u001b[2J', '\\u001b[2J'],
    ['\u009b31m', '\\u009b31m'],
    ['a\u202eb', 'a\\u202eb'],
    ['soft\u00adhyphen', 'soft\\u00adhyphen'],
    ['\u061c\u180e\ufff9', '\\u061c\\u180e\\ufff9'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['two\nlines\r', 'two⏎lines\\u000d'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\u3164\u115f\u2800\ufe00', '\\u3164\\u115f\\u2800\\ufe00'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['\ud800', '\ufffd'],
    ['plain é漢字 😀', 'plain é漢字 😀'],
  ])('makes %j visible', (text, shown) => {
    expect(inert(text)).toBe(shown);
  });

  it('leaves nothing that moves the cursor, hides or turns text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inert(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 2000 },
    );
  });
});
