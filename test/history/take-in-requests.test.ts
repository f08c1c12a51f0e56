import { describe, expect, it } from 'vitest';
import { takeInRequests } from '../../src/history/take-in-requests.ts';
import { aHistory } from '../support/a-history.ts';

const asked = {
  id: 'a-request',
  by: 'arn:aws:iam::111122223333:user/operator',
  at: '2026-11-23T09:00:00.000Z',
};
const until = '2026-11-24T09:00:00.000Z';
const debt = { since: '2026-11-01T00:00:00.000Z', version: 'v', found: 8 };

describe('what people ask of a pool’s memory', () => {
  it('makes accepted debt ordinary findings again, and no other', () => {
    const history = aHistory({ debt: { one: debt, two: debt } });

    expect(takeInRequests(history, [{ ...asked, kind: 'accept', rules: ['one'] }])?.debt).toEqual({
      two: debt,
    });
  });

  it('lets rules rest, the newest word counting', () => {
    const rest = (ends: string) =>
      ({ ...asked, kind: 'rest', rules: ['one'], outcome: 'an-outcome', until: ends }) as const;

    expect(takeInRequests(aHistory(), [rest(asked.at), rest(until)])?.resting).toEqual([
      { rule: 'one', outcome: 'an-outcome', until },
    ]);
  });

  it('closes the breaker, and begins to count anew', () => {
    const breaker = { openedAt: asked.at, level: 3, nextWriteAt: until };
    const undoings = [{ at: asked.at, settings: [], actors: [] }];
    const history = takeInRequests(aHistory({ breaker, undoings }), [{ ...asked, kind: 'close-breaker' }]);

    expect(history?.breaker).toBeUndefined();
    expect(history?.undoings).toEqual([]);
  });

  it('is nothing where nothing is remembered', () => {
    expect(takeInRequests(undefined, [{ ...asked, kind: 'close-breaker' }])).toBeUndefined();
  });
});
