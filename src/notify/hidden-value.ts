import type { SettingValue } from '../pool/setting-value.ts';
import { settings } from '../pool/settings.ts';

const hidden = '(hidden)';

/**
 * The SMS external id is a shared secret in the role's trust policy (the confused deputy problem, AWS IAM user
 * guide). A value at a parent path holds it too, and a member beside it that is newer than the catalogue may be one.
 */
const besideTheSecret = /(?:^|[.:])SmsConfiguration(?:\.(.+))?$/;

const harmless = new Set(
  settings.flatMap(({ path }) => {
    const member = /^SmsConfiguration\.(.+)$/.exec(path)?.[1];
    return member === undefined || member.endsWith('ExternalId') ? [] : [member];
  }),
);

const isSecret = (path: string): boolean => {
  const place = besideTheSecret.exec(path);
  return place ? !harmless.has(place[1] ?? '') : /(?:^|[.:])ExternalId$/.test(path);
};

/** An external id in the JSON of a structure that is newer than the catalogue. */
const secretMember = /("ExternalId":)"(?:[^"\\]|\\.)*"/g;

const withoutSecretMembers = (text: string): string => text.replace(secretMember, `$1"${hidden}"`);

/** The value as people may see it: `(hidden)` in place of one that could hold the SMS external id. */
export const visibleValue = (path: string, value: SettingValue): SettingValue => {
  if (value !== null && isSecret(path)) return hidden;
  return typeof value === 'string' ? withoutSecretMembers(value) : value;
};

/** The same for text that was already made from a value, such as what a rule requires. */
export const visibleText = (path: string, text: string): string =>
  isSecret(path) ? hidden : withoutSecretMembers(text);
