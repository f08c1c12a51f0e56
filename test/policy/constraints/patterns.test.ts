import { describe, expect, it } from 'vitest';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { patternsOf } from '../../../src/policy/constraints/patterns.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const from = settingAt('EmailConfiguration.From');
const company = patternsOf(['@example\\.com>$']);

describe('patterns', () => {
  it('hold anywhere in a text, unless they say where', () => {
    expect(holds(company, 'Checkout <no-reply@example.com>', from)).toBe(true);
    expect(holds(company, 'Checkout <no-reply@example.com> or <other@example.org>', from)).toBe(false);
    expect(holds(patternsOf(['example']), 'no-reply@example.com', from)).toBe(true);
  });

  it('do not hold where nothing is set', () => {
    expect(holds(patternsOf(['']), null, from)).toBe(false);
  });

  it('do not hold in a text so long that looking takes too long', () => {
    expect(holds(patternsOf(['a']), 'a'.repeat(20_000), from)).toBe(true);
    expect(holds(patternsOf(['a']), 'a'.repeat(20_001), from)).toBe(false);
  });

  it('see a letter beyond the first plane as one', () => {
    expect(holds(patternsOf(['^.$']), '😀', from)).toBe(true);
  });

  it('hold only where all of them find something, and are told together', () => {
    const both = patternsOf(['^a', 'b$']);

    expect([holds(both, 'ab', from), holds(both, 'a', from), holds(both, 'b', from)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(inWords(both, from)).toBe('text that matches ^a and b$');
    expect(nearest(both, 'a', from)).toEqual({
      kind: 'no-remedy',
      reason: 'a pattern doesn’t say which text to set: ^a and b$',
    });
  });

  it('have no remedy', () => {
    expect(nearest(company, 'other@example.org', from)).toEqual({
      kind: 'no-remedy',
      reason: 'a pattern doesn’t say which text to set: @example\\.com>$',
    });
  });

  it('meet in all of them, and a set in those of its values that match', () => {
    expect(intersect(company, patternsOf(['^Checkout']))).toEqual(
      patternsOf(['^Checkout', '@example\\.com>$']),
    );
    expect(intersect(company, { kind: 'allowed', values: ['<a@example.com>', '<a@example.org>'] })).toEqual({
      kind: 'allowed',
      values: ['<a@example.com>'],
    });
    expect(intersect(company, { kind: 'present' })).toEqual(company);
  });

  it('are described as they stand in the file', () => {
    expect(inWords(company, from)).toBe('text that matches @example\\.com>$');
  });
});
