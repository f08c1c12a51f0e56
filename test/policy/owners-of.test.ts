import { describe, expect, it } from 'vitest';
import type { OwnedPools, PoolOwner } from '../../src/policy/owner.ts';
import { mergedOwners, ownersOf } from '../../src/policy/owners-of.ts';
import { anOwner, ownedPools } from '../support/an-owner.ts';

const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const tags = { team: 'checkout', stage: 'production', 'aws:cloudformation:stack-name': 'checkout-eu' };

const certain = [{ name: 'checkout-team', claimed: false }];
const claimed = [{ name: 'checkout-team', claimed: true }];

const ofPools = (pools: OwnedPools, seen: typeof tags | undefined = tags) =>
  ownersOf([anOwner({ pools })], { arn }, seen);

describe('an owner of a pool', () => {
  it('is certain by its ARN, whatever its tags say', () => {
    expect(ofPools({ arns: [arn] })).toEqual(certain);
    expect(ofPools({ arns: [arn], tags: { team: ['checkout'] } })).toEqual(certain);
    expect(ofPools({ arns: [arn], tags: { team: ['payments'] } })).toEqual(certain);
  });

  it.each<[OwnedPools, readonly PoolOwner[]]>([
    [ownedPools({ tags: { team: ['checkout'] } }), claimed],
    [ownedPools({ tags: { team: ['payments', 'checkout'], stage: ['production'] } }), claimed],
    [ownedPools({ tags: { team: ['checkout'], stage: ['staging'] } }), []],
    [ownedPools({ tags: { constructor: ['checkout'] } }), []],
    [ownedPools({ stacks: ['checkout-*'] }), claimed],
    [ownedPools({ stacks: ['payments', 'checkout-{eu,us}'] }), claimed],
    [ownedPools({ stacks: ['checkout'] }), []],
    [ownedPools({ stacks: ['payments-*'], tags: { team: ['checkout'] } }), claimed],
    [ownedPools({ arns: [`${arn}4`], stacks: ['payments-*'] }), []],
  ])('by tags and stack alone is claimed: %j', (pools, expected) => {
    expect(ofPools(pools)).toEqual(expected);
  });

  it('is not found by a stack where the pool was made by none', () => {
    expect(ownersOf([anOwner({ pools: ownedPools({ stacks: ['*'] }) })], { arn }, {})).toEqual([]);
  });

  it('is found by its ARN alone where nobody has seen its tags', () => {
    const owners = [
      anOwner({ pools: ownedPools({ stacks: ['*'], tags: { team: ['checkout'] } }) }),
      anOwner({ name: 'by-arn', pools: { arns: [arn] } }),
    ];

    expect(ownersOf(owners, { arn }, undefined)).toEqual([{ name: 'by-arn', claimed: false }]);
  });

  it('comes before those that only claim it, and those by name', () => {
    const owners = [
      anOwner({ name: 'b' }),
      anOwner({ name: 'a' }),
      anOwner({ name: 'z', pools: { arns: [arn] } }),
    ];

    expect(ownersOf(owners, { arn }, tags).map(({ name }) => name)).toEqual(['z', 'a', 'b']);
  });
});

describe('owners from several sources', () => {
  it('are known by the best of them: certain, then claimed now, then claimed until the latest time', () => {
    const early = { name: 'a', claimed: true, lastClaimedAt: '2026-11-01T00:00:00.000Z' };
    const late = { name: 'a', claimed: true, lastClaimedAt: '2026-11-02T00:00:00.000Z' };
    const now = { name: 'a', claimed: true };
    const sure = { name: 'a', claimed: false };

    expect(mergedOwners([early], [late])).toEqual([late]);
    expect(mergedOwners([late, now], [early])).toEqual([now]);
    expect(mergedOwners([early], [now, sure], [late])).toEqual([sure]);
    expect(mergedOwners([], [])).toEqual([]);
  });
});
