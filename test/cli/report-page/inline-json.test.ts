import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineJson } from '../../../src/cli/report-page/inline-json.ts';

describe('data inside a page', () => {
  it.each(['</script><script>alert(1)</script>', '<!--<script>', '\u2028\u2029', ']]>', '&lt;/script&gt;'])(
    'can’t end the element that %j stands in',
    (text) => {
      const inline = inlineJson({ text }).text;

      expect(inline).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(inline)).toEqual({ text });
    },
  );

  it('is what it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        const inline = inlineJson(JSON.parse(text)).text;

        expect(inline).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(inline)).toEqual(JSON.parse(text));
      }),
    );
  });
});
