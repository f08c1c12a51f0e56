import { describe, expect, it } from 'vitest';
import { contradiction } from '../../../src/policy/constraints/contradiction.ts';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { exactly } from '../../../src/policy/constraints/exactly.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { membersAsked } from '../../../src/policy/constraints/members.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { precedenceOf } from '../../../src/policy/constraints/precedence.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const factors = settingAt('Policies.SignInPolicy.AllowedFirstAuthFactors');
const verified = settingAt('AutoVerifiedAttributes');
const recovery = settingAt('AccountRecoverySetting.RecoveryMechanisms');
const scopes = settingAt('DcrConfiguration.AllowedScopes');

describe('members', () => {
  it('has one form, whatever the order and number of its names', () => {
    expect(
      membersAsked({ required: ['b', 'a', 'b'], some: true }, [
        ['b', 'c'],
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toEqual({
      kind: 'members',
      required: ['a', 'b'],
      forbidden: [],
      pairs: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    });
    expect(membersAsked({ within: ['b', 'a', 'c'], forbidden: ['c', 'd'], some: true })).toEqual({
      kind: 'members',
      required: [],
      forbidden: [],
      within: ['a', 'b'],
      some: true,
      pairs: [],
    });
  });

  it('meets another in what both permit and in all that one of them asks', () => {
    const left = membersAsked({ within: ['a', 'b'], some: true });
    const right = membersAsked({ within: ['b', 'c'] });
    const third = membersAsked({ required: ['b'], forbidden: ['a'] });

    expect(intersect(left, right)).toEqual(membersAsked({ within: ['b'], some: true }));
    expect(intersect(right, left)).toEqual(membersAsked({ within: ['b'], some: true }));
    expect(intersect(left, third)).toEqual(membersAsked({ required: ['b'], within: ['b'] }));
    expect(intersect(third, left)).toEqual(membersAsked({ required: ['b'], within: ['b'] }));
  });

  it('adds what is required, removes what is forbidden, and keeps the rest in its order', () => {
    const asked = membersAsked({ required: ['WEB_AUTHN'], forbidden: ['SMS_OTP'] });

    expect(nearest(asked, ['SMS_OTP', 'PASSWORD', 'EMAIL_OTP'], factors)).toEqual({
      kind: 'value',
      value: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
    });
  });

  it('holds for the same set in any order, and for a ranking only in its own', () => {
    expect(holds(exactly(['PASSWORD', 'WEB_AUTHN'], factors), ['WEB_AUTHN', 'PASSWORD'], factors)).toBe(true);
    const emailFirst = exactly(['verified_email', 'verified_phone_number'], recovery);
    expect(holds(emailFirst, ['verified_phone_number', 'verified_email'], recovery)).toBe(false);
    expect(nearest(emailFirst, ['verified_phone_number'], recovery)).toEqual({
      kind: 'value',
      value: ['verified_email', 'verified_phone_number'],
    });
  });

  it('leaves a list as short as AWS takes it, and adds nothing that only may be there', () => {
    expect(nearest(membersAsked({ forbidden: ['SMS_OTP'] }), ['PASSWORD', 'SMS_OTP'], factors)).toEqual({
      kind: 'value',
      value: ['PASSWORD'],
    });
    expect(nearest(membersAsked({ within: ['email'] }), ['phone_number'], verified)).toEqual({
      kind: 'value',
      value: [],
    });
  });

  it('has no remedy that AWS would refuse for its length', () => {
    expect(nearest(membersAsked({ forbidden: ['PASSWORD'] }), ['PASSWORD'], factors)).toEqual({
      kind: 'no-remedy',
      reason: 'no member would be left, and AWS asks for at least 1',
    });
    expect(
      nearest(
        membersAsked({ required: ['admin_only'] }),
        ['verified_email', 'verified_phone_number'],
        recovery,
      ),
    ).toEqual({
      kind: 'no-remedy',
      reason: 'verified_email, verified_phone_number, admin_only are more than the 2 that AWS takes',
    });
  });

  it('leaves a list that AWS let grow beyond its bound as long as it is', () => {
    const reversed = membersAsked({}, precedenceOf(['c', 'b', 'a']));

    expect(nearest(reversed, ['a', 'b', 'c'], recovery)).toEqual({ kind: 'value', value: ['c', 'b', 'a'] });
  });

  it('asks for some member without saying which, unless only one is possible', () => {
    const some = membersAsked({ some: true });

    expect([holds(some, [], verified), holds(some, ['email'], verified)]).toEqual([false, true]);
    expect(nearest(some, [], verified)).toEqual({
      kind: 'no-remedy',
      reason: 'the rule doesn’t say which members to set',
    });
    expect(nearest(intersect(some, membersAsked({ forbidden: ['phone_number'] })), [], verified)).toEqual({
      kind: 'value',
      value: ['email'],
    });
  });

  it('takes a list that is not there for one with AWS’s defaults, of which nothing is known', () => {
    const asked = membersAsked({ forbidden: ['openid'] });

    expect(holds(asked, null, scopes)).toBe(false);
    expect(holds(membersAsked({ within: ['openid'] }), null, scopes)).toBe(false);
    expect(holds(membersAsked({ required: ['openid'] }), null, scopes)).toBe(false);
    expect(holds(membersAsked({ some: true }), null, scopes)).toBe(false);
    expect(holds(membersAsked({}), null, scopes)).toBe(true);
    expect(nearest(asked, null, scopes)).toMatchObject({ kind: 'no-remedy' });
    expect(nearest(membersAsked({ required: ['openid'] }), null, scopes)).toEqual({
      kind: 'value',
      value: ['openid'],
    });
  });

  it.each([
    [
      membersAsked({ required: ['email'], forbidden: ['email'] }),
      verified,
      'email is both required and forbidden',
    ],
    [membersAsked({ required: ['email'], within: [] }), verified, 'email is both required and forbidden'],
    [membersAsked({ within: [] }), factors, 'no list satisfies them all'],
    [membersAsked({ some: true, within: [] }), verified, 'no list satisfies them all'],
    [
      membersAsked({ required: ['admin_only', 'verified_email', 'verified_phone_number'] }),
      recovery,
      'admin_only, verified_email, verified_phone_number are required, and AWS takes 2 at most',
    ],
    [
      membersAsked({ forbidden: ['admin_only', 'verified_email', 'verified_phone_number'] }),
      recovery,
      'no list satisfies them all',
    ],
    [membersAsked({ forbidden: ['admin_only', 'verified_email'] }), recovery, undefined],
    [membersAsked({ within: [] }), verified, undefined],
    [membersAsked({ within: [], forbidden: ['email'] }), verified, undefined],
  ])('%o contradicts itself, or not: %#', (asked, setting, reason) => {
    expect(contradiction(asked, setting)).toBe(reason);
  });

  it('has no remedy where two rules contradict each other', () => {
    const asked = membersAsked({ required: ['email'], forbidden: ['email'] });

    expect(nearest(asked, [], verified)).toEqual({
      kind: 'no-remedy',
      reason: 'email is both required and forbidden',
    });
  });

  it.each([
    [membersAsked({ required: ['email'] }), 'a list with email'],
    [membersAsked({ forbidden: ['b', 'a'] }), 'a list without a, b'],
    [membersAsked({ required: ['c'], forbidden: ['b', 'a'] }), 'a list with c and without a, b'],
    [membersAsked({ required: ['a'], within: ['a'] }), 'exactly a'],
    [membersAsked({ within: [] }), 'none'],
    [membersAsked({ within: ['a', 'b'] }), 'nothing but a, b'],
    [membersAsked({ required: ['a'], within: ['a', 'b'] }), 'a list with a, nothing but a, b'],
    [membersAsked({ some: true }), 'at least one'],
    [membersAsked({ within: ['a', 'b'], some: true }), 'nothing but a, b, at least one'],
    [membersAsked({ required: ['a', 'b'], within: ['a', 'b'] }, [['b', 'a']]), 'exactly a, b, b before a'],
  ])('describes %o as %s', (asked, words) => {
    expect(inWords(asked, verified)).toBe(words);
  });
});
