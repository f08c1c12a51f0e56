import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/notify/wrap.ts';

describe('wrap', () => {
  it('breaks between words and indents below its label', () => {
    expect(wrap('one two three four', 14, 'Who   ')).toEqual(['Who   one two', '      three', '      four']);
  });

  it('breaks a word that is too long, between code points', () => {
    expect(wrap('😀😀😀', 2)).toEqual(['😀😀', '😀']);
  });

  it('loses nothing but spaces, and keeps to its width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 80 }), (text, width) => {
        const lines = wrap(text, width, '  ');

        const without = (whole: string) => whole.replace(/\s/g, '');
        return lines.every((line) => [...line].length <= width) && without(lines.join('')) === without(text);
      }),
    );
  });
});
