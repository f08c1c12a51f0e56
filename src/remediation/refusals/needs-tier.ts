import { showValue } from '../../pool/setting-value.ts';
import { type DraftRule, refuse, valueIn } from '../draft.ts';
import { tierFor, tierRank } from '../tiers.ts';

/**
 * What the pool's tier doesn't offer AWS would refuse with FeatureUnavailableInTierException, failing every other
 * change in the same call. A higher tier costs more, so it is never chosen silently.
 */
export const needsTier: DraftRule = (draft) => {
  const tier = valueIn(draft, 'UserPoolTier');
  const change = draft.changes.find(({ setting, to }) => {
    const needed = tierFor(setting, to);
    return needed !== 'LITE' && tierRank(tier) < tierRank(needed);
  });
  if (!change) return draft;
  const needed = tierFor(change.setting, change.to);
  const moves = draft.changes.some(({ setting }) => setting === 'UserPoolTier');
  return refuse(draft, [change.setting], {
    code: 'needs-tier',
    reason: `${change.setting} ${showValue(change.to)} needs tier ${needed}; the pool is ${moves ? 'to be ' : ''}${tier ?? 'on a tier that AWS did not tell'}.`,
    next: `Move the pool to ${needed}, which is charged per monthly active user, or exempt it.`,
  });
};
