import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';
import type { Json, JsonObject } from '../../src/sandbox/json.ts';

const event = {
  source: 'aws.cognito-idp',
  count: 5,
  detail: { eventName: 'UpdateUserPool', errorCode: null, tags: ['a', 'b'], items: [{ id: 1 }, { id: 2 }] },
};

const MATCHING: readonly (readonly [string, JsonObject])[] = [
  ['an exact value', { source: ['aws.cognito-idp'] }],
  ['one of several values', { source: ['aws.s3', 'aws.cognito-idp'] }],
  ['null for null', { detail: { errorCode: [null] } }],
  ['an item of a list', { detail: { tags: ['b'] } }],
  ['a member of an item of a list', { detail: { items: { id: [2] } } }],
  ['a prefix', { detail: { eventName: [{ prefix: 'Update' }] } }],
  ['a prefix in another case', { detail: { eventName: [{ prefix: { 'equals-ignore-case': 'UPDATE' } }] } }],
  ['a suffix', { detail: { eventName: [{ suffix: 'Pool' }] } }],
  ['a suffix in another case', { detail: { eventName: [{ suffix: { 'equals-ignore-case': 'USERPOOL' } }] } }],
  ['another case', { detail: { eventName: [{ 'equals-ignore-case': 'updateuserpool' }] } }],
  ['a wildcard', { detail: { eventName: [{ wildcard: 'Up*Pool' }] } }],
  ['anything but', { detail: { eventName: [{ 'anything-but': ['CreateUserPool', 'DeleteUserPool'] }] } }],
  ['anything but a prefix', { detail: { eventName: [{ 'anything-but': { prefix: 'Create' } }] } }],
  ['a number in a range', { count: [{ numeric: ['>', 0, '<=', 5] }] }],
  ['presence', { count: [{ exists: true }] }],
  ['absence', { detail: { missing: [{ exists: false }] } }],
  ['absence in an object that is absent', { nowhere: { missing: [{ exists: false }] } }],
  ['one of two alternatives', { $or: [{ source: ['aws.s3'] }, { count: [5] }] }],
];

const OTHER: readonly (readonly [string, JsonObject])[] = [
  ['another value', { source: ['aws.s3'] }],
  ['a prefix in another case', { detail: { eventName: [{ prefix: 'UPDATE' }] } }],
  ['one field of two', { source: ['aws.cognito-idp'], count: [6] }],
  ['a wildcard that is longer', { detail: { eventName: [{ wildcard: 'Up*Pools' }] } }],
  [
    'the thing that anything but leaves out',
    { detail: { eventName: [{ 'anything-but': 'UpdateUserPool' }] } },
  ],
  ['anything but, of a field that is absent', { detail: { missing: [{ 'anything-but': 'x' }] } }],
  ['a number out of range', { count: [{ numeric: ['<', 5] }] }],
  ['a number for a string', { source: [{ numeric: ['=', 5] }] }],
  ['presence of what is absent', { detail: { missing: [{ exists: true }] } }],
  ['neither of two alternatives', { $or: [{ source: ['aws.s3'] }, { count: [6] }] }],
];

describe('an event pattern', () => {
  it.each(MATCHING)('matches %s', (_title, pattern) => {
    expect(compilePattern(pattern)(event)).toBe(true);
  });

  it.each(OTHER)('does not match %s', (_title, pattern) => {
    expect(compilePattern(pattern)(event)).toBe(false);
  });

  it.each([
    ['an unknown operator', { source: [{ contains: 'aws' }] }, /contains/],
    ['two operators in one', { source: [{ prefix: 'a', suffix: 'b' }] }, /prefix, suffix/],
    ['a bare value', { source: 'aws.cognito-idp' }, /"source" must be an object or a non-empty list/],
    ['an empty list', { source: [] }, /"source"/],
    ['an empty pattern', {}, /empty/],
    ['an alternative to nothing', { $or: [{ source: ['a'] }] }, /at least two/],
    ['half a comparison', { count: [{ numeric: ['>'] }] }, /numeric/],
    ['a comparison that is none', { count: [{ numeric: ['~', 1] }] }, /numeric/],
    ['a prefix that is a number', { source: [{ prefix: 1 }] }, /Expected a string/],
    [
      'a prefix by another operator',
      { source: [{ prefix: { wildcard: 'a*' } }] },
      /equals-ignore-case alone/,
    ],
    [
      'a suffix by two operators',
      { source: [{ suffix: { 'equals-ignore-case': 'a', prefix: 'b' } }] },
      /equals-ignore-case alone/,
    ],
  ] as readonly (readonly [string, JsonObject, RegExp])[])(
    'refuses %s before any event comes',
    (_title, pattern, says) => {
      expect(() => compilePattern(pattern)).toThrow(says);
    },
  );

  it('matches, as anything but, exactly what the values do not', () => {
    const words = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1 }), words, (values, word) => {
        const wanted: Json = [...values];
        const plain = compilePattern({ x: wanted })({ x: word });
        const inverse = compilePattern({ x: [{ 'anything-but': wanted }] })({ x: word });
        expect(inverse).toBe(!plain);
      }),
    );
  });
});
