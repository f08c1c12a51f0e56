import { compileGlob } from '../../src/policy/loader/compile-scope.ts';
import type { OwnedPools, Owner } from '../../src/policy/owner.ts';

/** Owned pools as a file has them, with patterns as text. */
export const ownedPools = ({
  stacks,
  ...rest
}: Omit<OwnedPools, 'stacks'> & { readonly stacks?: readonly string[] }): OwnedPools => ({
  ...rest,
  ...(stacks && { stacks: stacks.map(compileGlob).filter((glob) => glob !== undefined) }),
});

/** The checkout team, which owns the pools that are tagged for it, unless told otherwise. */
export const anOwner = (overrides: Partial<Owner> = {}): Owner => ({
  name: 'checkout-team',
  pools: { tags: { team: ['checkout'] } },
  emails: ['checkout@example.com'],
  source: { file: 'policies/owners.yaml', line: 2, column: 5 },
  ...overrides,
});
