import { changesSetting, type DraftRule, withCoupling } from '../draft.ts';
import { mfaIn } from '../mfa-factors.ts';

const factors = [
  ['SoftwareTokenMfaConfiguration.Enabled', false],
  ['EmailMfaConfiguration.Message', null],
  ['EmailMfaConfiguration.Subject', null],
] as const;

/** A pool whose MFA is OFF has no factors: AWS refuses OFF together with any. Source: cdkd, on live pools, 2026-08. */
export const mfaOffDropsFactors: DraftRule = (draft) => {
  if (!changesSetting(draft, 'MfaConfiguration') || mfaIn(draft) !== 'OFF') return draft;
  return factors.reduce(
    (changed, [factor, none]) =>
      withCoupling(changed, factor, none, {
        coupling: 'mfa-off-drops-factors',
        reason: 'AWS refuses a second factor while MFA is OFF.',
        forcedBy: 'MfaConfiguration',
      }),
    draft,
  );
};
