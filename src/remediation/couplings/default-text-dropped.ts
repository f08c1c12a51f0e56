import type { SettingPath } from '../../pool/settings.ts';
import { changesSetting, type DraftRule, valueIn, withCoupling } from '../draft.ts';

const code = 'VerificationMessageTemplate.EmailMessage';
const link = 'VerificationMessageTemplate.EmailMessageByLink';

/** AWS's own words, which a pool has again when nothing is sent. Source: defaults shown by the Cognito console. */
const defaultTexts: readonly unknown[] = [
  'Your verification code is {####}. ',
  'Your verification code is {####}.',
  'Please click the link below to verify your email address. {##Verify Email##} ',
  'Please click the link below to verify your email address. {##Verify Email##}',
];

/**
 * AWS documents that a template with both mails, by code and by link, is an error. Where a change would bring the
 * second one in, the one that isn't used goes, if it says only what AWS says by default. Source: API reference of
 * VerificationMessageTemplate.
 */
export const defaultTextDropped: DraftRule = (draft) => {
  if (valueIn(draft, code) === null || valueIn(draft, link) === null) return draft;
  const mails: readonly SettingPath[] = [code, link];
  const changed = mails.find((path) => changesSetting(draft, path));
  if (!changed) return draft;
  const other = changed === code ? link : code;
  if (!defaultTexts.includes(valueIn(draft, other))) return draft;
  return withCoupling(draft, other, null, {
    coupling: 'default-text-dropped',
    reason: 'AWS takes the mail by code or the mail by link; the other one had AWS’s own text.',
    forcedBy: changed,
  });
};
