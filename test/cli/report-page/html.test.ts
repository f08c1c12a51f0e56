import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, html, outside } from '../../../src/cli/report-page/html.ts';

describe('a page made of text from outside', () => {
  it('has markup as text', () => {
    const page = html`<p title="${'" onclick="alert(1)'}">${'<img src=x onerror=alert(1)>'}</p>`.text;

    expect(page).toBe('<p title="&quot; onclick=&quot;alert(1)">&lt;img src=x onerror=alert(1)&gt;</p>');
  });

  it('puts its own markup in as it is, one piece or many, and leaves out what is absent', () => {
    const page = html`<ul>${['a', 'b'].map((each) => html`<li>${each}</li>`)}${undefined}${false}${outside('c')}${0}</ul>`;

    expect(page.text).toBe('<ul><li>a</li><li>b</li><bdi>c</bdi>0</ul>');
  });

  it('shows characters that turn the reading direction by their number', () => {
    expect(escaped('a\u202eb\u0000c\nd')).toBe('a[U+202E]b[U+0000]c d');
  });

  it('has nothing left that means something to a parser, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)|[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
