import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatPlain, chatProse, chatValue, cutTo, forEmail, oneLine } from '../../src/notify/escape.ts';
import { hostileText } from './hostile-outcomes.ts';

describe('oneLine', () => {
  it.each([
    ['a\r\n\r\nb\tc', 'a b c'],
    ['\u202eabc\u202c\u200b', 'abc'],
    ['x\ud800', 'x\ufffd'],
    ['\u3164\u115f\u2800', '(blank)'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['\u001b[31mred', '[31mred'],
    ['', '(blank)'],
    ['\u200f \n', '(blank)'],
  ])('makes %j read %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('cutTo', () => {
  it('leaves what fits as it is', () => {
    expect(cutTo('abc', 3)).toBe('abc');
  });

  it('says that it cut, and how long the whole was', () => {
    expect(cutTo('x'.repeat(1234), 40)).toBe(`${'x'.repeat(15)}… (cut, 1,234 characters)`);
  });

  it('keeps the first length of what is cut again', () => {
    const once = cutTo('x'.repeat(20_000), 1000);

    expect(cutTo(once, 40)).toBe(`${'x'.repeat(14)}… (cut, 20,000 characters)`);
  });

  it('takes no mark for a length that is less than the text’s own', () => {
    expect(cutTo(`${'x'.repeat(100)}… (cut, 3 characters)`, 40)).toMatch(/cut, 121 characters/);
  });

  it('cuts between code points', () => {
    expect(cutTo('a😀😀', 3, '…')).toBe('a…');
  });

  it('keeps to its limit, and stays well formed', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(300), (text, limit) => {
        const cut = cutTo(text.toWellFormed(), limit);

        return cut.length <= limit && cut.isWellFormed();
      }),
    );
  });
});

describe('forEmail', () => {
  it('breaks addresses, so that no mail program links them', () => {
    expect(forEmail('see https://evil.example or WWW.evil.example', 100)).toBe(
      'see https[:]//evil.example or www[.]evil.example',
    );
  });
});

describe('chatValue', () => {
  it('keeps its content in one code span', () => {
    expect(chatValue('`<!channel>` & *bold*', 100)).toBe("`'&lt;!channel&gt;' &amp; *bold*`");
  });

  it('never cuts an entity in two', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 10, max: 200 }), (text, limit) => {
        const shown = chatValue(text, limit);

        return shown.length <= limit && !/&(?!(amp|lt|gt);)/.test(shown) && shown.split('`').length === 3;
      }),
    );
  });
});

describe('chatProse', () => {
  it('leaves nothing that chat acts on', () => {
    expect(chatProse('*Ask* @here _now_: <https://evil.example|Console> `x`, not snake_case', 200)).toBe(
      "Ask (at)here now: &lt;https[:]//evil.example|Console&gt; 'x', not snake_case",
    );
  });

  it('shows as code what could name an emoji, and begins no quotation', () => {
    expect(chatProse('> :tada: All is well for arn:aws:iam::1:role/x at 9:30', 200)).toBe(
      '`:tada:` All is well for `arn:aws:iam::1:role/x` at 9:30',
    );
  });

  it('keeps to its limit with every span closed', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 10, max: 200 }), (text, limit) => {
        const shown = chatProse(text, limit);

        return shown.length <= limit && shown.split('`').length % 2 === 1;
      }),
    );
  });
});

describe('chatPlain', () => {
  it('keeps marks that mean nothing there, and breaks mentions and addresses', () => {
    expect(chatPlain('*a* `b` <!here> @here https://evil.example & more', 200)).toBe(
      '*a* `b` &lt;!here&gt; (at)here https[:]//evil.example &amp; more',
    );
  });

  it('keeps to its limit and never cuts an entity in two', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const shown = chatPlain(text, limit);

        return shown.length <= limit && !/[<>]|&(?!(amp|lt|gt);)/.test(shown);
      }),
    );
  });
});
