import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../../src/cli/rehearsal/measure-omission.ts';
import { measuredText } from '../../../src/cli/report/measured-text.ts';

const aTier: Measured = {
  member: 'UserPoolTier',
  seen: 'reset',
  before: 'PLUS',
  after: 'ESSENTIALS',
  catalogue: 'kept',
  isSafe: false,
};

const tags: Measured = {
  member: 'UserPoolTags',
  seen: 'reset',
  before: {},
  after: null,
  catalogue: 'sent',
  isSafe: true,
};

describe('what was measured of omission', () => {
  it('has a mark on what is unsafe, for whoever sees no colours', () => {
    const rows = stripVTControlCharacters(measuredText([aTier, tags])).split('\n');

    expect(rows.slice(1)).toEqual([
      '✗ UserPoolTier  reset    left out  now "ESSENTIALS"',
      '  UserPoolTags  reset    always sent  gone',
      '1 member that omission resets is left out of our writes: please report it.',
    ]);
  });
});
