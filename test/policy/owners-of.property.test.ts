import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Owner } from '../../src/policy/owner.ts';
import { mergedOwners, ownersOf } from '../../src/policy/owners-of.ts';
import { anOwner, ownedPools } from '../support/an-owner.ts';

const arns = ['A', 'B', 'C'].map(
  (id) => `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_${id}`,
);
const key = fc.constantFrom('team', 'stage', '__proto__', 'constructor', 'aws:cloudformation:stack-name');
const value = fc.constantFrom('checkout', 'payments', 'checkout-eu', '', '\n', '<!channel>', '\ud800');

const pools = fc
  .record(
    {
      arns: fc.uniqueArray(fc.constantFrom(...arns), { minLength: 1 }),
      stacks: fc.uniqueArray(fc.constantFrom('checkout', 'checkout-*', '*'), { minLength: 1 }),
      tags: fc.dictionary(key, fc.uniqueArray(value, { minLength: 1, maxLength: 2 }), {
        minKeys: 1,
        maxKeys: 2,
      }),
    },
    { requiredKeys: [] },
  )
  .map(ownedPools);

const owners = fc
  .uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'constructor'), pools }), {
    selector: ({ name }) => name,
  })
  .map((all): readonly Owner[] => all.map(anOwner));

const pool = fc.constantFrom(...arns).map((arn) => ({ arn }));
const tags = fc.dictionary(key, value, { maxKeys: 3 });

describe('who owns a pool', () => {
  it('does not depend on the order of owners', () => {
    fc.assert(
      fc.property(owners, pool, tags, fc.nat(), (all, ref, seen, turn) => {
        const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
        expect(ownersOf(turned, ref, seen)).toEqual(ownersOf(all, ref, seen));
        expect(ownersOf(all.toReversed(), ref, seen)).toEqual(ownersOf(all, ref, seen));
      }),
    );
  });

  it('is certain for exactly those whose ARNs name it: no tag makes it so, and none takes it away', () => {
    fc.assert(
      fc.property(owners, pool, fc.option(tags, { nil: undefined }), (all, ref, seen) => {
        const certain = ownersOf(all, ref, seen).filter(({ claimed }) => !claimed);
        const named = all.filter((owner) => owner.pools.arns?.includes(ref.arn));
        expect(certain.map(({ name }) => name)).toEqual(named.map(({ name }) => name).toSorted());
      }),
    );
  });

  it('is what the ARNs say where there are no tags', () => {
    fc.assert(
      fc.property(owners, pool, (all, ref) => {
        const certain = ownersOf(all, ref, undefined);
        expect(ownersOf(all, ref, {})).toEqual(certain);
        expect(certain.every(({ claimed }) => !claimed)).toBe(true);
      }),
    );
  });

  it('is only ever more where there are tags', () => {
    fc.assert(
      fc.property(owners, pool, tags, (all, ref, seen) => {
        expect(ownersOf(all, ref, seen)).toEqual(expect.arrayContaining([...ownersOf(all, ref, undefined)]));
      }),
    );
  });
});

describe('merging', () => {
  const known = fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b'),
      claimed: fc.constant(true),
      lastClaimedAt: fc.constantFrom('2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'),
    }),
  );

  it('names everybody once, in whatever order it is done', () => {
    fc.assert(
      fc.property(known, known, known, (one, two, three) => {
        const all = mergedOwners(one, two, three);
        expect(mergedOwners(mergedOwners(three, two), one)).toEqual(all);
        expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
        expect(new Set(all.map(({ name }) => name))).toEqual(
          new Set([...one, ...two, ...three].map(({ name }) => name)),
        );
      }),
    );
  });
});
