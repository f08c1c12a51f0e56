import type { PoolOwner } from '../policy/owner.ts';
import { dayOf } from './moment.ts';
import type { Notice } from './notice.ts';
import { type Words, words } from './words.ts';

/** What the tags of the pools have to do with it. */
const byTags = ({ lastClaimedAt }: PoolOwner, isOne: boolean): Words => {
  const [pools, have] = isOne ? ['this pool', 'has'] : ['these', 'have'];
  return lastClaimedAt === undefined
    ? [`pools with tags that ${pools} ${have}; whoever can tag a pool could have written them.`]
    : words`pools with tags that ${[pools]} last had on ${dayOf(lastClaimedAt)}.`;
};

/**
 * A notice for one owner: the same, and at its foot why they get it.
 * @param place where the files name them, `policies/owners.yaml:5`
 */
export const noticeForOwner = (notice: Notice, owner: PoolOwner, place: string): Notice => {
  const isOne = notice.pools.length === 1;
  const what = owner.claimed ? byTags(owner, isOne) : [isOne ? 'this pool.' : 'these pools.'];
  return {
    ...notice,
    footer: words`You get this because ${place} names you, ${owner.name}, as an owner of ${what}`,
  };
};
