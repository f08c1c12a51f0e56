import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertJson } from '../../src/notify/inert-json.ts';

describe('inertJson', () => {
  it('is the same value as JSON has it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(inertJson(value, 2))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has no character but line ends that a terminal or SQS would not take as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inertJson({ [text]: [text] }, 2)).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['\u009b', '"\\u009b"'],
    ['\u007f\u202e\u2028', '"\\u007f\\u202e\\u2028"'],
    ['\u{e0041}', '"\\udb40\\udc41"'],
    ['\uffff', '"\\uffff"'],
    ['é漢字 😀', '"é漢字 😀"'],
  ])('writes %j as %s', (text, json) => {
    expect(inertJson(text)).toBe(json);
  });
});
