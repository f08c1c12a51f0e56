import { changesSetting, type DraftRule, membersIn, withCoupling } from '../draft.ts';

const verified = 'AutoVerifiedAttributes';
const guarded = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';

/**
 * Attributes that are verified before an update must be verified automatically. Guarding one more adds it there;
 * no longer verifying one removes the guard. Text of the refusal otherwise: aws-nuke #477.
 */
export const verifiedBeforeUpdate: DraftRule = (draft) => {
  const [isVerified, isGuarded] = [membersIn(draft, verified), membersIn(draft, guarded)];
  const missing = isGuarded.filter((attribute) => !isVerified.includes(attribute));
  if (missing.length === 0) return draft;
  const coupling = {
    coupling: 'verified-before-update',
    reason: 'AWS verifies before an update only what is verified automatically.',
  };
  if (changesSetting(draft, guarded))
    return withCoupling(draft, verified, [...isVerified, ...missing], { ...coupling, forcedBy: guarded });
  if (!changesSetting(draft, verified)) return draft;
  const rest = isGuarded.filter((attribute) => isVerified.includes(attribute));
  return withCoupling(draft, guarded, rest, { ...coupling, forcedBy: verified });
};
