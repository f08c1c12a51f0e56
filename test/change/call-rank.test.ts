import { describe, expect, it } from 'vitest';
import { callRank } from '../../src/change/call-rank.ts';
import { watchedCalls } from '../../src/change/watched-calls.ts';

describe('callRank', () => {
  it('takes no call that is followed for graver than an identity provider', () => {
    const gravest = callRank('CreateIdentityProvider');

    expect(watchedCalls().filter(({ call }) => callRank(call) < gravest)).toEqual([]);
  });

  it('takes a call of tomorrow for graver than looks', () => {
    expect(callRank('SetUserPoolTomorrow')).toBeLessThan(callRank('SetUICustomization'));
  });
});
