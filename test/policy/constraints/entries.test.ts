import { describe, expect, it } from 'vitest';
import { contradiction } from '../../../src/policy/constraints/contradiction.ts';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { entriesAsked } from '../../../src/policy/constraints/entries.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const tags = settingAt('UserPoolTags');

describe('entries', () => {
  it('sets the pairs, removes forbidden keys, and keeps the rest', () => {
    const asked = intersect(entriesAsked({}, [['team', 'checkout']]), entriesAsked({ forbidden: ['owner'] }));

    expect(nearest(asked, { team: 'staff', owner: 'nobody', stage: 'production' }, tags)).toEqual({
      kind: 'value',
      value: { team: 'checkout', stage: 'production' },
    });
  });

  it('reports a key that lacks a value, and doesn’t invent one', () => {
    const asked = entriesAsked({ required: ['team'] });

    expect([holds(asked, { team: '' }, tags), holds(asked, { stage: 'production' }, tags)]).toEqual([
      true,
      false,
    ]);
    expect(nearest(asked, {}, tags)).toEqual({
      kind: 'no-remedy',
      reason: 'the rule doesn’t say what team should be',
    });
  });

  it('reports a map that must not be empty', () => {
    expect(nearest(entriesAsked({ some: true }), {}, tags)).toEqual({
      kind: 'no-remedy',
      reason: 'the rule doesn’t say which entries to set',
    });
  });

  it('holds only for the text of a pair', () => {
    const team = entriesAsked({}, [['team', 'checkout']]);

    expect(holds(team, { team: 'checkout', stage: 'x' }, tags)).toBe(true);
    expect(holds(team, { team: 'staff' }, tags)).toBe(false);
  });

  it('keeps what may be there of a map that must not be empty, and empties one that must be', () => {
    const asked = entriesAsked({ some: true, forbidden: ['owner'] });

    expect(nearest(asked, { owner: 'nobody', team: 'staff' }, tags)).toEqual({
      kind: 'value',
      value: { team: 'staff' },
    });
    expect(nearest(entriesAsked({ within: [] }), { team: 'staff' }, tags)).toEqual({
      kind: 'value',
      value: {},
    });
  });

  it('takes a map that is not there for an empty one', () => {
    expect(holds(entriesAsked({ forbidden: ['owner'] }), null, tags)).toBe(true);
    expect(nearest(entriesAsked({}, [['team', 'checkout']]), null, tags)).toEqual({
      kind: 'value',
      value: { team: 'checkout' },
    });
  });

  it('finds no key in what every object has', () => {
    expect(holds(entriesAsked({ required: ['constructor'] }), {}, tags)).toBe(false);
  });

  it.each([
    [
      entriesAsked({}, [
        ['team', 'a'],
        ['team', 'b'],
      ]),
      'team can’t have two values',
    ],
    [entriesAsked({ forbidden: ['team'] }, [['team', 'a']]), 'team is both required and forbidden'],
    [entriesAsked({ within: [], some: true }), 'no map satisfies them all'],
    [entriesAsked({ within: [] }), undefined],
  ])('%o contradicts itself, or not: %#', (asked, reason) => {
    expect(contradiction(asked, tags)).toBe(reason);
    if (reason !== undefined) expect(nearest(asked, {}, tags)).toEqual({ kind: 'no-remedy', reason });
  });

  it.each([
    [entriesAsked({ required: ['stage'] }, [['team', 'checkout']]), 'a map with stage, team=checkout'],
    [entriesAsked({ within: ['team'] }, [['team', 'checkout']]), 'exactly team=checkout'],
    [
      entriesAsked({}, [
        ['team', 'a'],
        ['team', 'b'],
      ]),
      'a map with team=a and team=b',
    ],
    [entriesAsked({ forbidden: ['owner'] }), 'a map without owner'],
  ])('describes %o as %s', (asked, words) => {
    expect(inWords(asked, tags)).toBe(words);
  });
});
