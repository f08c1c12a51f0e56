import { changesSetting, type DraftRule, membersIn, refuse, valueNow } from '../draft.ts';
import { mfaIn } from '../mfa-factors.ts';

const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/**
 * Requiring MFA, or taking a first factor away, can keep users out who have no other way in. AWS recommends OPTIONAL
 * with threat protection instead. Only a rule with a ticket does it.
 */
export const lockOut: DraftRule = (draft) => {
  if (
    changesSetting(draft, 'MfaConfiguration') &&
    mfaIn(draft) === 'ON' &&
    !ticket(draft, 'MfaConfiguration')
  )
    return refuse(draft, ['MfaConfiguration'], {
      code: 'lock-out',
      reason:
        'Requiring MFA locks out users who have enrolled no second factor, unless the application enrols them.',
      next: 'Give the rule allowLockOut: a ticket, or ask for OPTIONAL.',
    });
  const before = valueNow(draft, firstFactors);
  const after = membersIn(draft, firstFactors);
  const lost = Array.isArray(before) ? before.filter((factor) => !after.includes(factor)) : [];
  if (!changesSetting(draft, firstFactors) || lost.length === 0 || ticket(draft, firstFactors)) return draft;
  return refuse(draft, [firstFactors], {
    code: 'lock-out',
    reason: `Users who sign in with ${lost.join(' or ')} could no longer sign in.`,
    next: 'Give the rule allowLockOut: a ticket, once they have another factor.',
  });
};

const ticket = (
  { terms }: Parameters<DraftRule>[0],
  setting: 'MfaConfiguration' | typeof firstFactors,
): string | undefined => terms.get(setting)?.allowLockOut;
