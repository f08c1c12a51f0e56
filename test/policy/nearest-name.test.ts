import { describe, expect, it } from 'vitest';
import { didYouMean, nearestName } from '../../src/policy/nearest-name.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const symbols = 'Policies.PasswordPolicy.RequireSymbols';

describe('nearestName', () => {
  it.each([
    ['MinimumLength', [symbols, length], length],
    ['passwordpolicy.minimumlength', [symbols, length], length],
    ['PasswordPolicy.MinimumLenght', [symbols, length], length],
    ['MinimumLenth', [symbols, length], length],
    ['DeletionProtecton', [symbols, 'DeletionProtection'], 'DeletionProtection'],
    ['off', ['notify', 'OFF'], 'OFF'],
    ['A.c', ['X.A.b'], 'X.A.b'],
  ])('takes %s for the one of %o that was meant', (written, known, meant) => {
    expect(nearestName(written, known)).toBe(meant);
  });

  it.each([
    ['abcdef', 'abcdxy', true],
    ['abcdef', 'abcxyz', false],
    ['abcdefghi', 'abcdefxyz', true],
    ['ab', 'ax', true],
    ['ab', 'xy', false],
    ['ab', 'ba', true],
    ['ab', 'abx', true],
    ['abc', 'cab', true],
  ])(
    'takes %s for %s where a third of it is wrong at most, or its letters are swapped',
    (written, known, near) => {
      expect(nearestName(written, [known])).toBe(near ? known : undefined);
    },
  );

  it('takes the end of a word for no end of a name', () => {
    expect(nearestName('Length', [length])).toBeUndefined();
  });

  it('takes the end that two names share for one of them', () => {
    expect(nearestName('Name', ['First.Name', 'Second.Name'])).toBe('Second.Name');
  });

  it('finds nothing where nothing is known', () => {
    expect(nearestName('MinimumLength', [])).toBeUndefined();
  });

  it('ends a sentence with a question, or with nothing', () => {
    expect(didYouMean('notfy', ['notify'])).toBe('; did you mean notify?');
    expect(didYouMean('frobnicate', ['notify'])).toBe('');
  });
});
