import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { requestText } from '../../src/cli/request-text.ts';

const parsers: { readonly [format: string]: (text: string) => unknown } = {
  'cli-input-json': (text) => JSON.parse(text),
  'cli-input-yaml': (text) => parse(text),
};

describe.each(['cli-input-json', 'cli-input-yaml'] as const)('a request as %s', (format) => {
  it('is the same value, with nothing in it that a terminal would obey', () => {
    const text = fc.string({ unit: 'binary' }).map((each) => each.toWellFormed());
    const tags = fc.dictionary(text, text).filter((each) => !Object.hasOwn(each, '__proto__'));

    fc.assert(
      fc.property(text, tags, fc.nat(), (PoolName, UserPoolTags, MinimumLength) => {
        const request = { PoolName, UserPoolTags, Policies: { PasswordPolicy: { MinimumLength } } };

        const written = requestText(request, format);

        expect(parsers[format]?.(written)).toEqual(JSON.parse(JSON.stringify(request)));
        expect(written).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('keeps for texts what could be read as something else', () => {
    const request = { UserPoolTags: { yes: 'no', '1': '0x1F', date: '2026-11-26', none: 'null' } };

    expect(parsers[format]?.(requestText(request, format))).toEqual(request);
  });
});
