import { describe, expect, it } from 'vitest';
import { patternProblem } from '../../src/policy/pattern-problem.ts';

describe('patternProblem', () => {
  it.each([
    '@example\\.com>$',
    '^arn:aws:lambda:[a-z0-9-]+:111122223333:function:checkout-.+$',
    '^(staff|internal)-\\w{1,32}$',
    'colou?r',
    '(?:[0-9a-f]{4}-){3}',
    '^\\p{L}+$',
    '^\\(a+\\)*$',
    '[(*+]',
    '(?<year>\\d{4})',
  ])('accepts %s', (source) => {
    expect(patternProblem(source)).toBeUndefined();
  });

  it.each([
    ['(', 'is no regular expression: Unterminated group'],
    ['a{2', 'is no regular expression: Incomplete quantifier'],
    ['(a+)+', 'repeats a group'],
    ['((a+))*', 'repeats a group'],
    ['(a+){3}', 'repeats a group'],
    ['(a?){30}', 'repeats a group'],
    ['(?:a|aa)+$', 'repeats a group'],
    ['(-[a-z]+){2,}', 'repeats a group'],
    ['^.*a.*b.*$', 'has 3 repetitions'],
    ['.*a.*', 'has 3 repetitions'],
    ['^a{1,9}b{1,9}c{1,9}', 'has 3 repetitions'],
    ['(?=a)b', "can't look ahead"],
    ['(?<!a)b', "can't look ahead"],
    ['(a)\\1', "can't look ahead"],
    ['(?<n>a)\\k<n>', "can't look ahead"],
  ])('refuses %s', (source, problem) => {
    expect(patternProblem(source)).toContain(problem);
  });
});
