import { type DraftRule, valueIn, withCoupling } from '../draft.ts';
import { tierFor, tierRank } from '../tiers.ts';

/**
 * A pool that was moved to a lower tier, by which what it needs can't be had any more, goes back to the tier that it
 * was seen on: else whoever lowers the tier has a shield against every rule that needs the higher one.
 */
export const tierRestored: DraftRule = (draft) => {
  const { tierBefore = null } = draft.options;
  const tier = valueIn(draft, 'UserPoolTier');
  const needing = draft.changes.find(({ setting, to }) => {
    const needed = tierFor(setting, to);
    if (needed === 'LITE') return false;
    return tierRank(needed) > tierRank(tier) && tierRank(needed) <= tierRank(tierBefore);
  });
  if (!needing) return draft;
  return withCoupling(draft, 'UserPoolTier', tierBefore, {
    coupling: 'tier-restored',
    reason: `${needing.setting} needs a tier that the pool was on before: it is moved back to ${tierBefore}.`,
    forcedBy: needing.setting,
  });
};
