import { describe, expect, it } from 'vitest';
import { readNames } from '../../../src/policy/operators/names.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const verified = settingAt('AutoVerifiedAttributes');
const tags = settingAt('UserPoolTags');

describe('readNames', () => {
  it('gives the names of a list in its order', () => {
    expect(readNames('includes', ['email', 'phone_number'], verified, 1)).toEqual({
      kind: 'names',
      names: ['email', 'phone_number'],
    });
    expect(readNames('includes', ['team'], tags, 1)).toEqual({ kind: 'names', names: ['team'] });
  });

  it('places a mistake at all of the operand, or at an entry of it', () => {
    expect(readNames('order', ['email'], verified, 2)).toEqual({
      kind: 'mistakes',
      mistakes: [{ in: [], message: 'order must be a list of at least two members.' }],
    });
    expect(readNames('includes', ['team', 'aws:x'], tags, 1)).toEqual({
      kind: 'mistakes',
      mistakes: [
        { in: [1], message: 'includes has the key aws:x, but only AWS sets keys that begin with aws:.' },
      ],
    });
  });
});
