import type { PoolOwner } from '../policy/owner.ts';
import { firstLines } from './first-lines.ts';
import { dayOf } from './moment.ts';
import type { Section } from './section.ts';
import { type Words, words } from './words.ts';

/** `as the pool's tags claim`; empty where it is certain. */
const claim = ({ claimed, lastClaimedAt }: PoolOwner): Words => {
  if (!claimed) return [];
  return lastClaimedAt === undefined
    ? ["as the pool's tags claim"]
    : words`as the pool's tags last claimed on ${dayOf(lastClaimedAt)}`;
};

/** An owner in words: `checkout-team (as the pool's tags claim)`. */
export const ownerWords = (owner: PoolOwner): Words =>
  owner.claimed ? words`${owner.name} (${claim(owner)})` : words`${owner.name}`;

/** Whose it is, one line for each owner; nothing where nobody is known. */
export const ownerSection = (owners: readonly PoolOwner[]): readonly Section[] =>
  owners.length === 0 ? [] : [{ label: 'Owner', lines: firstLines(owners.map(ownerWords), 5) }];
