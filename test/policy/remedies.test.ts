import { describe, expect, it } from 'vitest';
import { allowedSet } from '../../src/policy/constraints/allowed-set.ts';
import { entriesAsked } from '../../src/policy/constraints/entries.ts';
import { membersAsked } from '../../src/policy/constraints/members.ts';
import { patternsOf } from '../../src/policy/constraints/patterns.ts';
import { lacksRemedy, remediesOf } from '../../src/policy/remedies.ts';
import { settingAt } from '../../src/pool/settings.ts';

const protection = settingAt('UserPoolAddOns.AdvancedSecurityMode');
const from = settingAt('EmailConfiguration.From');
const tags = settingAt('UserPoolTags');
const scopes = settingAt('DcrConfiguration.AllowedScopes');
const present = { kind: 'present' } as const;

describe('remediesOf', () => {
  it('moves every value of a scale that does not satisfy the rule', () => {
    const enforced = allowedSet(['ENFORCED'], ['OFF', 'AUDIT', 'ENFORCED']);

    expect(remediesOf(enforced, protection)).toEqual([
      { from: 'OFF', to: 'ENFORCED' },
      { from: 'AUDIT', to: 'ENFORCED' },
    ]);
  });

  it('sets the rule’s own remedy where no text is nearest, from any text and from none', () => {
    const company = patternsOf(['@example\\.com>$']);

    expect(remediesOf(company, from)).toEqual([]);
    expect(remediesOf(company, from, 'Checkout <a@example.com>')).toEqual([
      { from: null, to: 'Checkout <a@example.com>' },
      { from: 'another', to: 'Checkout <a@example.com>' },
    ]);
    expect(remediesOf(allowedSet([null]), from)).toEqual([{ from: 'another', to: null }]);
  });

  it('adds to an empty map and to one with another entry', () => {
    expect(remediesOf(entriesAsked({}, [['team', 'checkout']]), tags)).toEqual([
      { from: {}, to: { team: 'checkout' } },
      { from: { another: 'text' }, to: { another: 'text', team: 'checkout' } },
    ]);
  });

  it('tries lists with all, each and none of the names that the rule names, and with another', () => {
    expect(remediesOf(membersAsked({ required: ['a'], forbidden: ['b'] }), scopes)).toEqual([
      { from: [], to: ['a'] },
      { from: ['b'], to: ['a'] },
      { from: ['a', 'b'], to: ['a'] },
      { from: ['another'], to: ['another', 'a'] },
      { from: ['a', 'b', 'another'], to: ['a', 'another'] },
    ]);
    expect(remediesOf(membersAsked({ required: ['a'], within: ['a', 'c'] }), scopes)).toEqual([
      { from: [], to: ['a'] },
      { from: ['c'], to: ['c', 'a'] },
      { from: ['another'], to: ['a'] },
      { from: ['a', 'c', 'another'], to: ['a', 'c'] },
    ]);
  });
});

describe('lacksRemedy', () => {
  it('is so where some value has none', () => {
    expect(lacksRemedy(patternsOf(['a']), from)).toBe(true);
    expect(lacksRemedy(present, from)).toBe(true);
    expect(lacksRemedy(entriesAsked({ required: ['team'] }), tags)).toBe(true);
    expect(lacksRemedy(membersAsked({ some: true }), scopes)).toBe(true);
  });

  it('is not so where every value has one', () => {
    expect(lacksRemedy(allowedSet(['checkout']), from)).toBe(false);
    expect(lacksRemedy(entriesAsked({}, [['team', 'checkout']]), tags)).toBe(false);
    expect(lacksRemedy(membersAsked({ required: ['a'] }), scopes)).toBe(false);
  });
});
