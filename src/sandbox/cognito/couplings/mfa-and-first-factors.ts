import { invalidParameter } from '../../answer.ts';
import { objectAt, stringAt } from '../../json.ts';
import { type Coupling, firstFactorsOf, mfaOf } from './proposed-pool.ts';

/** MFA that is required leaves no room for one-time passwords as first factors (go-to-k/cdkd, on live pools). */
export const mfaAndFirstFactors: Coupling = ({ after }) => {
  if (mfaOf(after) !== 'ON') return undefined;
  const factors = firstFactorsOf(after);
  if (factors.includes('EMAIL_OTP') || factors.includes('SMS_OTP')) {
    return invalidParameter(
      'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    );
  }
  // SDK documentation of FactorConfiguration: not set means SINGLE_FACTOR.
  const passkey =
    stringAt(objectAt(after.factors, 'WebAuthnConfiguration'), 'FactorConfiguration') ?? 'SINGLE_FACTOR';
  if (!factors.includes('WEB_AUTHN') || passkey !== 'SINGLE_FACTOR') return undefined;
  return invalidParameter(
    'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
  );
};
