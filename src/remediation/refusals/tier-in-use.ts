import { settings } from '../../pool/settings.ts';
import { changesSetting, type DraftRule, refuse, valueIn } from '../draft.ts';
import { tierFor, tierRank } from '../tiers.ts';

/** A pool can't go to a tier that lacks what it uses: its features must be turned off first. Source: feature plans. */
export const tierInUse: DraftRule = (draft) => {
  if (!changesSetting(draft, 'UserPoolTier')) return draft;
  const tier = valueIn(draft, 'UserPoolTier');
  const inUse = settings
    .map(({ path }) => path)
    .filter((path) => tierRank(tierFor(path, valueIn(draft, path))) > tierRank(tier));
  if (inUse.length === 0) return draft;
  return refuse(draft, ['UserPoolTier'], {
    code: 'tier-in-use',
    reason: `The pool uses what ${String(tier)} doesn’t offer: ${inUse.join(', ')}.`,
    next: 'Turn these off first, or exempt the pool.',
  });
};
