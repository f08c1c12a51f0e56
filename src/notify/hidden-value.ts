import type { SettingValue } from '../pool/setting-value.ts';

const hidden = '(hidden)';

/**
 * The SMS external id is a shared secret in the role's trust policy (the confused deputy problem, AWS IAM
 * user guide); a value at a parent path holds it too.
 */
const secret = /(^|\.)SmsConfiguration(\.EumsSms)?(\.ExternalId)?$/;

/** The value as people may see it: `(hidden)` in place of one that could hold the SMS external id. */
export const visibleValue = (path: string, value: SettingValue): SettingValue =>
  value !== null && secret.test(path) ? hidden : value;

/** The same for text that was already made from a value, such as what a rule requires. */
export const visibleText = (path: string, text: string): string => (secret.test(path) ? hidden : text);
