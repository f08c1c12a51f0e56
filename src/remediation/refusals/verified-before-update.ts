import { type DraftRule, membersIn, refuseFirst } from '../draft.ts';

const verified = 'AutoVerifiedAttributes';
const guarded = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';

/** Two rules can ask to guard an attribute and not to verify it. Text of the refusal: aws-nuke #477. */
export const verifiedBeforeUpdateRefused: DraftRule = (draft) => {
  const isVerified = membersIn(draft, verified);
  if (membersIn(draft, guarded).every((attribute) => isVerified.includes(attribute))) return draft;
  return refuseFirst(draft, [guarded, verified], {
    code: 'verified-before-update',
    reason:
      'AWS verifies before an update only what is verified automatically, and the rules ask for both ways.',
    next: 'Let the rules on both settings agree.',
  });
};
