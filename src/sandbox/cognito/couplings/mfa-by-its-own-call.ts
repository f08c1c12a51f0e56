import { invalidParameter } from '../../answer.ts';
import { type Coupling, hasEmailMfa, hasTotp, mfaOf, sendsSms } from './proposed-pool.ts';

const FACTOR_BLOCKS = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];

/**
 * SetUserPoolMfaConfig: OFF with any factor block, on with no factor, and on without SMS where the pool has SMS.
 * Texts: go-to-k/cdkd#1923 on live pools; github.com/aws/aws-sdk-js/issues/4186;
 * github.com/aws-amplify/amplify-backend/issues/1481.
 */
export const mfaByItsOwnCall: Coupling = ({ operation, request, after }) => {
  if (operation !== 'SetUserPoolMfaConfig') return undefined;
  if (mfaOf(after) === 'OFF') {
    if (FACTOR_BLOCKS.every((block) => request[block] === undefined)) return undefined;
    return invalidParameter(
      "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
    );
  }
  if (sendsSms(after) && request.SmsMfaConfiguration === undefined) {
    return invalidParameter(
      "Can't turn off SMS_MFA when SMS configuration is set for the user pool with a required or optional MFAConfiguration",
    );
  }
  if (sendsSms(after) || hasTotp(after) || hasEmailMfa(after)) return undefined;
  return invalidParameter(
    "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
  );
};
