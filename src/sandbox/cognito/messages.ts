import { defined, type Json, type JsonObject, objectAt, stringAt } from '../json.ts';
import type { Semantics } from './semantics.ts';

/** The legacy member of each member of VerificationMessageTemplate: DescribeUserPool shows both. */
const LEGACY_TWINS = {
  SmsVerificationMessage: 'SmsMessage',
  EmailVerificationMessage: 'EmailMessage',
  EmailVerificationSubject: 'EmailSubject',
} as const;

/**
 * Folds the legacy verification messages of a request into its VerificationMessageTemplate.
 * Which one wins where both are sent and differ is nowhere documented: the template, and under `worst` the
 * legacy member, so that a caller who leaves an old text there learns of it.
 */
export function foldLegacyMessages(request: JsonObject, semantics: Semantics): JsonObject {
  const {
    SmsVerificationMessage: _s,
    EmailVerificationMessage: _e,
    EmailVerificationSubject: _j,
    ...rest
  } = request;
  const given = objectAt(request, 'VerificationMessageTemplate');
  const byLink = stringAt(given, 'DefaultEmailOption') === 'CONFIRM_WITH_LINK';
  const template: Record<string, Json> = { ...given };
  for (const [legacy, member] of Object.entries(LEGACY_TWINS)) {
    const text = stringAt(request, legacy);
    if (text === undefined || (byLink && member !== 'SmsMessage')) continue;
    if (template[member] === undefined || semantics === 'worst') template[member] = text;
  }
  if (Object.keys(template).length === 0) return rest;
  return { ...rest, VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', ...template } };
}

/** The legacy members that DescribeUserPool shows for a template. */
export function legacyMessages(settings: JsonObject): JsonObject {
  const template = objectAt(settings, 'VerificationMessageTemplate');
  return defined(
    Object.fromEntries(
      Object.entries(LEGACY_TWINS).map(([legacy, member]): [string, Json | undefined] => [
        legacy,
        template[member],
      ]),
    ),
  );
}
