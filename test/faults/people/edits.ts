import type { JsonObject } from '../../../src/pool/json.ts';
import { jsonAt } from '../../../src/pool/pool-snapshot.ts';
import { withMember } from '../../../src/remediation/request-tree.ts';
import type { Chance } from '../world/chance.ts';

/** A change to the body of an UpdateUserPool that somebody wants. */
export type Edit = (request: JsonObject, chance: Chance) => JsonObject;

const setting =
  (path: string, values: readonly (string | number | boolean)[]): Edit =>
  (request, chance) =>
    withMember(request, path, chance.pick(values));

/** What some rule is against. */
export const weakenings: readonly Edit[] = [
  setting('Policies.PasswordPolicy.MinimumLength', [6, 8, 10, 12]),
  setting('Policies.PasswordPolicy.RequireSymbols', [false]),
  setting('UserPoolAddOns.AdvancedSecurityMode', ['OFF', 'AUDIT']),
  setting('AdminCreateUserConfig.AllowAdminCreateUserOnly', [false]),
  setting('DeletionProtection', ['INACTIVE']),
  setting('Policies.PasswordPolicy.PasswordHistorySize', [0, 1, 2]),
  setting('Policies.PasswordPolicy.TemporaryPasswordValidityDays', [10, 30, 90]),
  (request) =>
    withMember(request, 'AccountRecoverySetting.RecoveryMechanisms', [
      { Priority: 1, Name: 'verified_phone_number' },
      { Priority: 2, Name: 'verified_email' },
    ]),
];

/** A tier that has no threat protection and no password history. */
export const lowerTier: Edit = (request, chance) => {
  const off = withMember(request, 'UserPoolAddOns.AdvancedSecurityMode', 'OFF');
  const short = withMember(off, 'Policies.PasswordPolicy.PasswordHistorySize', 0);
  return withMember(short, 'UserPoolTier', chance.pick(['ESSENTIALS', 'LITE']));
};

const texts = ['one', 'two', 'three', 'four', 'five', 'six'];

/** What no rule speaks of. */
export const harmless: readonly Edit[] = [
  (request, chance) =>
    withMember(request, 'VerificationMessageTemplate.EmailSubject', `Code ${chance.pick(texts)}`),
  (request, chance) =>
    withMember(
      request,
      'LambdaConfig.PreSignUp',
      `arn:aws:lambda:eu-west-1:111122223333:function:gate-${chance.pick(texts)}`,
    ),
  setting('Policies.PasswordPolicy.MinimumLength', [14, 15, 16, 20]),
  setting('Policies.PasswordPolicy.RequireNumbers', [true, false]),
  (request, chance) => withMember(request, 'UserPoolTags.stage', chance.pick(texts)),
  (request, chance) =>
    withMember(request, 'DeviceConfiguration.ChallengeRequiredOnNewDevice', chance.happens(0.5)),
];

/** Texts so long that CloudTrail leaves the request out of its record, and with it which pool it was. */
export const longTexts: Edit = (request) => {
  const text = `{username} {####} ${'長'.repeat(19_000)}`;
  const withCode = `{####} ${'長'.repeat(19_000)}`;
  const mail = withMember(request, 'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage', text);
  return withMember(mail, 'VerificationMessageTemplate.EmailMessage', withCode);
};

/** Ordinary texts again. */
export const shortTexts: Edit = (request) => {
  const mail = withMember(
    request,
    'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage',
    'Hello {username}, your password is {####}.',
  );
  return withMember(mail, 'VerificationMessageTemplate.EmailMessage', 'Your code is {####}.');
};

/** True where a pool's texts are long. */
export const hasLongTexts = (userPool: JsonObject): boolean =>
  String(jsonAt(userPool, 'VerificationMessageTemplate.EmailMessage') ?? '').length > 10_000;
