import { describe, expect, it } from 'vitest';
import { claimsAfter, ownersKnown } from '../../src/history/owners-known.ts';
import { aHistory } from '../support/a-history.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { anOwner } from '../support/an-owner.ts';

const tagged = aPoolSnapshot({ userPool: { UserPoolTags: { team: 'checkout' } } });
const { pool } = tagged;
const policies = aPolicySet({ owners: [anOwner()] });
const seenAt = '2026-11-01T10:00:00.000Z';
const history = aHistory({ snapshot: tagged, policies, at: seenAt });
const within = '2026-12-01T09:59:59.000Z';
const after = '2026-12-01T10:00:00.000Z';

const remembered = [{ name: 'checkout-team', claimed: true, lastClaimedAt: seenAt }];

describe('an owner whom the tags of a pool no longer name', () => {
  it('is known for 30 days', () => {
    expect(ownersKnown(history, policies, pool, within)).toEqual(remembered);
    expect(ownersKnown(history, policies, pool, after)).toEqual([]);
  });

  it('stays known by the looks in between for no longer than that', () => {
    const looked = { ...history, owners: claimsAfter(history, policies, [], within) ?? {} };

    expect(ownersKnown(looked, policies, pool, within)).toEqual(remembered);
    expect(ownersKnown(looked, policies, pool, after)).toEqual([]);
    expect(claimsAfter(looked, policies, [], after)).toBeUndefined();
  });

  it('begins anew when they do again', () => {
    expect(claimsAfter(history, policies, [{ name: 'checkout-team', claimed: true }], within)).toEqual({
      'checkout-team': { pools: expect.any(String), at: within },
    });
  });

  it('is free of the pool where the files say otherwise which pools are theirs, or nothing of them', () => {
    const pools = { tags: { team: ['checkout', 'basket'] } };

    expect(ownersKnown(history, aPolicySet({ owners: [anOwner({ pools })] }), pool, within)).toEqual([]);
    expect(ownersKnown(history, aPolicySet(), pool, within)).toEqual([]);
    expect(claimsAfter(history, aPolicySet(), [], within)).toBeUndefined();
  });

  it('is certain where the ARN names them, and not remembered then', () => {
    const owners = [anOwner({ pools: { arns: [pool.arn], tags: { team: ['checkout'] } } })];
    const byArn = aPolicySet({ owners });

    expect(ownersKnown(history, byArn, pool, within)).toEqual([{ name: 'checkout-team', claimed: false }]);
    expect(aHistory({ snapshot: tagged, policies: byArn })).not.toHaveProperty('owners');
  });
});

describe('a pool whose tags name nobody', () => {
  it('leaves no owners behind', () => {
    expect(aHistory({ snapshot: tagged })).not.toHaveProperty('owners');
  });

  it('has no owners by a history that a version without owners wrote', () => {
    const { owners: _, ...older } = history;

    expect(ownersKnown(older, policies, pool, within)).toEqual([]);
    expect(ownersKnown(undefined, policies, pool, within)).toEqual([]);
  });

  it('is not owned by whoever is called like a part of every object', () => {
    const odd = aPolicySet({ owners: [anOwner({ name: 'constructor' })] });

    expect(ownersKnown(history, odd, pool, within)).toEqual([]);
  });
});
