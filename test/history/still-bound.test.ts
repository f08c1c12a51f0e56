import { describe, expect, it } from 'vitest';
import { boundAfter, leftScope, stillBound } from '../../src/history/still-bound.ts';
import { aHistory } from '../support/a-history.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const tagged = aPoolSnapshot({ userPool: { UserPoolTags: { tier: 'gold' } } });
const untagged = aPoolSnapshot({ userPool: { UserPoolTags: {} } });
const gold = aPolicySet({ policies: [aPolicy({ name: 'gold', appliesTo: { tags: { tier: ['gold'] } } })] });
const seenAt = '2026-11-01T10:00:00.000Z';
const history = aHistory({ snapshot: tagged, policies: gold, at: seenAt });
const within = '2026-12-01T09:59:59.000Z';
const after = '2026-12-01T10:00:00.000Z';

describe('a pool that loses the tag by which a policy bound it', () => {
  it('stays bound for 30 days', () => {
    expect(stillBound(history, gold, untagged, within)).toEqual(new Set(['gold']));
    expect(stillBound(history, gold, untagged, after)).toEqual(new Set());
  });

  it('is told of once', () => {
    const told = { ...history, bound: boundAfter(history, gold, untagged, within) };

    expect(leftScope(history, gold, untagged, within)).toEqual([
      { kind: 'left-scope', policies: ['gold'], until: after },
    ]);
    expect(leftScope(told, gold, untagged, within)).toEqual([]);
    expect(stillBound(told, gold, untagged, within)).toEqual(new Set(['gold']));
    expect(stillBound(told, gold, untagged, after)).toEqual(new Set());
  });

  it('begins anew when it has the tag again', () => {
    const told = { ...history, bound: boundAfter(history, gold, untagged, within) };

    expect(boundAfter(told, gold, tagged, within)).toEqual({
      gold: { scope: expect.any(String), at: within },
    });
  });
});

describe('a pool is free', () => {
  it('of a policy that still binds it by itself, to be bound twice', () => {
    expect(stillBound(history, gold, tagged, within)).toEqual(new Set());
  });

  it('of a policy whose authors have changed its scope, or taken it away', () => {
    const silver = aPolicySet({
      policies: [aPolicy({ name: 'gold', appliesTo: { tags: { tier: ['silver'] } } })],
    });

    expect(stillBound(history, silver, untagged, within)).toEqual(new Set());
    expect(stillBound(history, aPolicySet({ policies: [] }), untagged, within)).toEqual(new Set());
  });

  it('of a policy that never bound it', () => {
    expect(stillBound(aHistory({ snapshot: untagged, policies: gold }), gold, untagged, within)).toEqual(
      new Set(),
    );
    expect(stillBound(undefined, gold, untagged, within)).toEqual(new Set());
  });
});
