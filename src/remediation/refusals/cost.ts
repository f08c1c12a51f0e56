import { changesSetting, type DraftRule, refuse, valueIn, valueNow } from '../draft.ts';
import { tierRank } from '../tiers.ts';

/**
 * A higher tier is charged for every monthly active user: only a rule with a ticket moves a pool there. A tier that the
 * pool was on a while ago is no new cost.
 */
export const cost: DraftRule = (draft) => {
  if (!changesSetting(draft, 'UserPoolTier') || draft.terms.get('UserPoolTier')?.allowCost) return draft;
  const [from, to] = [valueNow(draft, 'UserPoolTier'), valueIn(draft, 'UserPoolTier')];
  if (tierRank(to) <= tierRank(from) || tierRank(to) <= tierRank(draft.options.tierBefore ?? null))
    return draft;
  return refuse(draft, ['UserPoolTier'], {
    code: 'cost',
    reason: `${String(to)} is charged per monthly active user, and dearer than ${String(from ?? 'the tier that the pool has')}.`,
    next: 'Give the rule allowCost: a ticket, or move the pool by hand.',
  });
};
