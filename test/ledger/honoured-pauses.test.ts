import { describe, expect, it } from 'vitest';
import type { Pause } from '../../src/history/pool-request.ts';
import { honouredPauses } from '../../src/ledger/honoured-pauses.ts';
import { aPause } from '../support/a-pause.ts';

const sound = aPause();
const pauses = (count: number): readonly Pause[] =>
  Array.from({ length: count }, (_, nth) => aPause({ id: `pause-${String(nth).padStart(3, '0')}` }));

describe('what stands where pauses do', () => {
  it('is a pause of the account, or of one pool', () => {
    const ofPool = aPause({
      id: 'of-a-pool',
      pool: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x_y',
    });

    expect(honouredPauses([ofPool, sound])).toEqual([ofPool, sound]);
  });

  it.each<[string, unknown]>([
    ['garbage', 'garbage'],
    ['nothing', null],
    ['a list', [sound]],
    ['nobody’s', { ...sound, by: undefined }],
    ['without a reason', { ...sound, reason: 7 }],
    ['for ever', { ...sound, until: 'for ever' }],
    ['until a day that there isn’t', { ...sound, until: '2026-02-31T10:00:00.000Z' }],
    ['until a time in another form', { ...sound, until: '2026-11-23T11:00:00Z' }],
    ['until a year of five digits', { ...sound, until: '+012026-11-23T11:00:00.000Z' }],
    ['of a pool that is no text', { ...sound, pool: ['arn'] }],
    ['with an id for no key', { ...sound, id: 'pause 1' }],
    ['with an id that is too long', { ...sound, id: 'p'.repeat(65) }],
    ['with a member that no pause has', { ...sound, rules: [] }],
    ['with a member named as one of every object', JSON.parse('{"__proto__":{},"id":"p"}')],
    ['that is too long', { ...sound, reason: 'é'.repeat(500) }],
  ])('is no pause: one %s', (_, entry) => {
    expect(honouredPauses([entry, sound])).toEqual([sound]);
  });

  it('is one pause of an id, the oldest', () => {
    const later = aPause({ at: '2026-11-23T10:00:01.000Z' });

    expect(honouredPauses([later, sound])).toEqual([sound]);
  });

  it('is forty pauses at most', () => {
    expect(honouredPauses(pauses(41).toReversed())).toEqual(pauses(40));
  });
});
