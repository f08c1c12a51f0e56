import { describe, expect, it } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aCall } from '../support/a-pool-change.ts';

const asked = { kind: 'asked', eventTime: '2026-11-23T10:00:00Z' } as const;

describe('distinctCauses', () => {
  it('keeps the first of calls with one event id, in their order', () => {
    const first = aCall({ eventId: 'a' });
    const second = aCall({ eventId: 'b' });
    const again = aCall({ eventId: 'a', eventTime: '2026-11-23T11:00:00Z' });

    expect(distinctCauses([first, second, again])).toEqual([first, second]);
  });

  it('keeps calls that differ in their event id alone', () => {
    expect(distinctCauses([aCall({ eventId: 'a' }), aCall({ eventId: 'b' })])).toHaveLength(2);
  });

  it('keeps everybody who asked', () => {
    expect(distinctCauses([asked, aCall(), asked])).toEqual([asked, aCall(), asked]);
  });

  it('gives none for none', () => {
    expect(distinctCauses([])).toEqual([]);
  });
});
