import { jsonAt } from '../pool/pool-snapshot.ts';
import { changesSetting, type Draft, valueIn } from './draft.ts';

const emailMembers = ['EmailMfaConfiguration.Message', 'EmailMfaConfiguration.Subject'] as const;

/** True where the draft leaves the pool with a way to send SMS messages. */
export const sendsSms = (draft: Draft): boolean =>
  valueIn(draft, 'SmsConfiguration.SnsCallerArn') !== null ||
  valueIn(draft, 'SmsConfiguration.EumsSms.CallerArn') !== null;

/** True where the draft leaves the pool with authenticator apps as a second factor. */
export const hasTotp = (draft: Draft): boolean =>
  valueIn(draft, 'SoftwareTokenMfaConfiguration.Enabled') === true;

/** True where the draft leaves the pool with email as a second factor: the block has no switch, its presence is it. */
export const hasEmailMfa = (draft: Draft): boolean =>
  emailMembers.some((member) => valueIn(draft, member) !== null) ||
  (jsonAt(draft.snapshot.mfaConfig, 'EmailMfaConfiguration') !== undefined &&
    !emailMembers.some((member) => changesSetting(draft, member)));

/** True where the draft leaves the pool with a second factor that users can be asked for. */
export const hasFactor = (draft: Draft): boolean => sendsSms(draft) || hasTotp(draft) || hasEmailMfa(draft);

/** The MFA requirement as the draft would leave it. */
export const mfaIn = (draft: Draft): string => String(valueIn(draft, 'MfaConfiguration') ?? 'OFF');
