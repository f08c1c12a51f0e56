import { describe, expect, it } from 'vitest';
import type { SettingPath } from '../../../src/pool/settings.ts';
import type { RefusalCode } from '../../../src/remediation/refusal.ts';
import { type Asking, planned } from '../planned.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const history = 'Policies.PasswordPolicy.PasswordHistorySize';
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const threats = 'UserPoolAddOns.AdvancedSecurityMode';
const recovery = 'AccountRecoverySetting.RecoveryMechanisms';
const totp = 'SoftwareTokenMfaConfiguration.Enabled';
const mail = 'EmailMfaConfiguration.Message';
const subject = 'EmailMfaConfiguration.Subject';
const sender = 'EmailConfiguration.EmailSendingAccount';
const guarded = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
const code = 'VerificationMessageTemplate.EmailMessage';
const link = 'VerificationMessageTemplate.EmailMessageByLink';
const former = 'LambdaConfig.PreTokenGeneration';
const current = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';
const sns = 'SmsConfiguration.SnsCallerArn';
const eums = 'SmsConfiguration.EumsSms.CallerArn';
const eumsRegion = 'SmsConfiguration.EumsSms.Region';

const role = 'arn:aws:iam::111122223333:role/service-role/other';
const trigger = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const mechanisms = (...names: string[]) => names.map((Name, index) => ({ Name, Priority: index + 1 }));

const noSms = { SmsConfiguration: undefined, SmsAuthenticationMessage: undefined };
const noSmsMfa = { SmsMfaConfiguration: undefined };
const mfaOff = {
  MfaConfiguration: 'OFF',
  SoftwareTokenMfaConfiguration: undefined,
  SmsMfaConfiguration: undefined,
};
const emailMfa = { EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } };
const onlyMail = { SoftwareTokenMfaConfiguration: { Enabled: false }, SmsMfaConfiguration: undefined };
const lockOut = { allowLockOut: 'SEC-2' };

type Refused = readonly [RefusalCode, ...SettingPath[]];

/** Why, and what a person can do about it. */
type Says = readonly [reason: string, next: string];

const ownSender: Says = [
  'Email as a second factor needs EmailSendingAccount DEVELOPER.',
  'Configure the pool’s own SES sender, or turn email MFA off.',
];
const anotherWayThanEmail: Says = [
  'With email as a second factor, email can’t be the only way to recover an account.',
  'Allow another recovery mechanism, or turn email MFA off.',
];
const senderAndAddress: Says = [
  'AWS takes EmailConfiguration.EmailSendingAccount DEVELOPER only together with EmailConfiguration.SourceArn, which the pool would lack.',
  'Add a rule that names EmailConfiguration.SourceArn.',
];
const keyAndArn: Says = [
  'AWS takes KeyConfiguration.KeyType CUSTOMER_MANAGED_KEY only together with KeyConfiguration.KmsKeyArn, which the pool would lack.',
  'Add a rule that names KeyConfiguration.KmsKeyArn.',
];
const uniqueUris: Says = [
  'Names of authentication levels must be URIs, and no two levels may have the same one.',
  'Correct the names in the rule.',
];
const oneMail: Says = [
  'A pool has a mail by code or a mail by link of its own, not both.',
  'Decide for one; a rule that asks for the other one to be absent makes room.',
];
const noSinglePasskeys: Says = [
  'AWS refuses MFA ON with passkeys that count as one factor as a first factor.',
  'Take these out of the first factors, or make passkeys MULTI_FACTOR_WITH_USER_VERIFICATION, or ask for OPTIONAL.',
];
const mfaFirst: Says = [
  'AWS takes a second factor only while MFA is OPTIONAL or ON, and the pool’s is OFF.',
  'Add a rule that asks for MfaConfiguration OPTIONAL.',
];
const aFactorToAskFor: Says = [
  'AWS refuses MFA without a second factor to ask for, and the pool would have none.',
  'Name the factor in the rule on MfaConfiguration: factor: SOFTWARE_TOKEN_MFA.',
];
const anotherWayThanPhone: Says = [
  'With SMS as a second factor, the phone can’t be the only way to recover an account.',
  'Allow another recovery mechanism.',
];
const tagLimits: Says = [
  'AWS wouldn’t take the tags: over 50, or others than now among those that begin with aws:, which are its own.',
  'Correct the tags in the rule, or remove some from the pool.',
];

/** What is refused, and its nearest neighbour that isn't. */
const refused: readonly (readonly [title: string, asking: Asking, refusal: Refused, says: Says])[] = [
  [
    'every change, where AWS can’t use the SMS role',
    {
      set: { SmsConfigurationFailure: 'InvalidSmsRoleTrustRelationshipException' },
      asked: { [length]: { atLeast: 16 }, DeletionProtection: { equals: 'INACTIVE' } },
    },
    ['broken-sms-role', length, 'DeletionProtection'],
    [
      'AWS can’t use the pool’s SMS role and refuses every change until it can: InvalidSmsRoleTrustRelationshipException.',
      'Repair the role in SmsConfiguration.',
    ],
  ],
  [
    'a dearer tier',
    { set: { UserPoolTier: 'ESSENTIALS' }, asked: { UserPoolTier: { equals: 'PLUS' } } },
    ['cost', 'UserPoolTier'],
    [
      'PLUS is charged per monthly active user, and dearer than ESSENTIALS.',
      'Give the rule allowCost: a ticket, or move the pool by hand.',
    ],
  ],
  [
    'a tier that may be dearer, where AWS doesn’t tell the one that the pool has',
    { set: { UserPoolTier: undefined }, asked: { UserPoolTier: { equals: 'PLUS' } } },
    ['cost', 'UserPoolTier'],
    [
      'PLUS is charged per monthly active user, and dearer than the tier that the pool has.',
      'Give the rule allowCost: a ticket, or move the pool by hand.',
    ],
  ],
  [
    'a tier dearer than the one that the pool has come down from',
    {
      set: { UserPoolTier: 'LITE' },
      asked: { UserPoolTier: { equals: 'PLUS' } },
      options: { tierBefore: 'ESSENTIALS' },
    },
    ['cost', 'UserPoolTier'],
    [
      'PLUS is charged per monthly active user, and dearer than LITE.',
      'Give the rule allowCost: a ticket, or move the pool by hand.',
    ],
  ],
  [
    'what needs a higher tier than the one that the pool has come down from',
    {
      set: { UserPoolTier: 'LITE', [threats]: 'OFF' },
      asked: { [threats]: { atLeast: 'ENFORCED' } },
      options: { tierBefore: 'ESSENTIALS' },
    },
    ['needs-tier', threats],
    [
      'UserPoolAddOns.AdvancedSecurityMode ENFORCED needs tier PLUS; the pool is LITE.',
      'Move the pool to PLUS, which is charged per monthly active user, or exempt it.',
    ],
  ],
  [
    'what only PLUS has, where AWS doesn’t tell the pool’s tier',
    { set: { UserPoolTier: undefined, [threats]: 'OFF' }, asked: { [threats]: { atLeast: 'ENFORCED' } } },
    ['needs-tier', threats],
    [
      'UserPoolAddOns.AdvancedSecurityMode ENFORCED needs tier PLUS; the pool is on a tier that AWS did not tell.',
      'Move the pool to PLUS, which is charged per monthly active user, or exempt it.',
    ],
  ],
  [
    'what the tier that is asked for doesn’t have, although the pool’s has it',
    {
      set: { UserPoolTier: 'PLUS', [threats]: 'OFF', [history]: 0 },
      asked: { UserPoolTier: { equals: 'ESSENTIALS' }, [threats]: { atLeast: 'ENFORCED' } },
    },
    ['needs-tier', threats],
    [
      'UserPoolAddOns.AdvancedSecurityMode ENFORCED needs tier PLUS; the pool is to be ESSENTIALS.',
      'Move the pool to PLUS, which is charged per monthly active user, or exempt it.',
    ],
  ],
  [
    'a lower tier than what the pool uses',
    { asked: { UserPoolTier: { equals: 'ESSENTIALS' } } },
    ['tier-in-use', 'UserPoolTier'],
    [
      'The pool uses what ESSENTIALS doesn’t offer: Policies.PasswordPolicy.PasswordHistorySize, UserPoolAddOns.AdvancedSecurityMode.',
      'Turn these off first, or exempt the pool.',
    ],
  ],
  [
    'email MFA without a sender of one’s own',
    { set: { [sender]: 'COGNITO_DEFAULT' }, asked: { [mail]: { equals: 'Code {####}' } } },
    ['email-mfa', mail],
    ownSender,
  ],
  [
    'a subject for email MFA without a sender of one’s own',
    { set: { [sender]: 'COGNITO_DEFAULT' }, asked: { [subject]: { equals: 'Code' } } },
    ['email-mfa', subject],
    ownSender,
  ],
  [
    'a subject for email MFA where email is the only way back',
    { set: { [recovery]: mechanisms('verified_email') }, asked: { [subject]: { equals: 'Code' } } },
    ['email-mfa', subject],
    anotherWayThanEmail,
  ],
  [
    'email MFA where email is the only way back',
    { set: { [recovery]: mechanisms('verified_email') }, asked: { [mail]: { equals: 'Code {####}' } } },
    ['email-mfa', mail],
    anotherWayThanEmail,
  ],
  [
    'email as the only way back from email MFA',
    { mfaConfig: emailMfa, asked: { [recovery]: { equals: ['verified_email'] } } },
    ['email-mfa', recovery],
    anotherWayThanEmail,
  ],
  [
    'email as the only way back from email MFA with AWS’s own texts',
    { mfaConfig: { EmailMfaConfiguration: {} }, asked: { [recovery]: { equals: ['verified_email'] } } },
    ['email-mfa', recovery],
    anotherWayThanEmail,
  ],
  [
    'Cognito’s sender under email MFA',
    { mfaConfig: emailMfa, asked: { [sender]: { equals: 'COGNITO_DEFAULT' } } },
    ['email-mfa', sender],
    ownSender,
  ],
  [
    'the version of a trigger that isn’t there',
    { asked: { 'LambdaConfig.CustomSMSSender.LambdaVersion': { equals: 'V1_0' } } },
    ['incomplete', 'LambdaConfig.CustomSMSSender.LambdaVersion'],
    [
      'AWS takes LambdaConfig.CustomSMSSender.LambdaVersion V1_0 only together with LambdaConfig.CustomSMSSender.LambdaArn, which the pool would lack.',
      'Add a rule that names LambdaConfig.CustomSMSSender.LambdaArn.',
    ],
  ],
  [
    'a customer’s key without its ARN',
    { asked: { 'KeyConfiguration.KeyType': { equals: 'CUSTOMER_MANAGED_KEY' } } },
    ['incomplete', 'KeyConfiguration.KeyType'],
    keyAndArn,
  ],
  [
    'a customer’s key without its ARN, where a trigger without its function is none of our doing',
    {
      set: { 'LambdaConfig.CustomSMSSender.LambdaVersion': 'V1_0' },
      asked: { 'KeyConfiguration.KeyType': { equals: 'CUSTOMER_MANAGED_KEY' } },
    },
    ['incomplete', 'KeyConfiguration.KeyType'],
    keyAndArn,
  ],
  [
    'a sender of one’s own without its address',
    {
      set: { [sender]: 'COGNITO_DEFAULT', 'EmailConfiguration.SourceArn': undefined },
      asked: { [sender]: { equals: 'DEVELOPER' } },
    },
    ['incomplete', sender],
    senderAndAddress,
  ],
  [
    'the address of a sender that needs it going away',
    { asked: { 'EmailConfiguration.SourceArn': { absent: true } } },
    ['incomplete', 'EmailConfiguration.SourceArn'],
    senderAndAddress,
  ],
  [
    'a part of SmsConfiguration without a role that sends',
    { set: noSms, mfaConfig: noSmsMfa, asked: { 'SmsConfiguration.SnsRegion': { equals: 'eu-west-1' } } },
    ['incomplete', 'SmsConfiguration.SnsRegion'],
    [
      'SmsConfiguration needs the role that sends: SnsCallerArn or EumsSms.CallerArn.',
      'Give the pool an SmsConfiguration first: it needs a role that only you can choose.',
    ],
  ],
  [
    'a part of EumsSms without a role that sends',
    { asked: { [eumsRegion]: { equals: 'eu-west-1' } } },
    ['incomplete', eumsRegion],
    [
      'SmsConfiguration.EumsSms needs the role that sends: CallerArn.',
      'Name the role in a rule on SmsConfiguration.EumsSms.CallerArn.',
    ],
  ],
  [
    'End User Messaging beside SNS',
    { asked: { [eums]: { equals: role } } },
    ['one-sms-sender', eums],
    [
      'A pool sends SMS messages with SNS or with End User Messaging, not with both.',
      'Decide for one; a rule that asks for the other one to be absent makes room.',
    ],
  ],
  [
    'End User Messaging in another Region',
    {
      set: { SmsConfiguration: { EumsSms: { CallerArn: role } } },
      asked: { [eumsRegion]: { equals: 'us-east-1' } },
    },
    ['sms-region', eumsRegion],
    ['End User Messaging must be in the pool’s own Region, eu-west-1.', 'Scope the rule by Region.'],
  ],
  [
    'level names that are no URI',
    { asked: { AcrConfiguration: { includes: { Level1: 'no uri' } } } },
    ['level-names', 'AcrConfiguration'],
    uniqueUris,
  ],
  [
    'a level name that another level has by default',
    { asked: { AcrConfiguration: { includes: { Level1: 'urn:cognito:loa:2' } } } },
    ['level-names', 'AcrConfiguration'],
    uniqueUris,
  ],
  [
    'a mail by code beside a mail by link',
    { asked: { [code]: { equals: 'Code {####}' } } },
    ['link-or-code', code],
    oneMail,
  ],
  [
    'a mail by link beside a mail by code',
    { asked: { [link]: { equals: '{##Click##}' } } },
    ['link-or-code', link],
    oneMail,
  ],
  [
    'MFA for everybody without a ticket',
    { asked: { MfaConfiguration: { equals: 'ON' } } },
    ['lock-out', 'MfaConfiguration'],
    [
      'Requiring MFA locks out users who have enrolled no second factor, unless the application enrols them.',
      'Give the rule allowLockOut: a ticket, or ask for OPTIONAL.',
    ],
  ],
  [
    'fewer first factors without a ticket',
    { asked: { [firstFactors]: { equals: ['PASSWORD'] } } },
    ['lock-out', firstFactors],
    [
      'Users who sign in with WEB_AUTHN could no longer sign in.',
      'Give the rule allowLockOut: a ticket, once they have another factor.',
    ],
  ],
  [
    'several first factors fewer without a ticket',
    {
      set: { [firstFactors]: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
      asked: { [firstFactors]: { equals: ['PASSWORD'] } },
    },
    ['lock-out', firstFactors],
    [
      'Users who sign in with EMAIL_OTP or WEB_AUTHN could no longer sign in.',
      'Give the rule allowLockOut: a ticket, once they have another factor.',
    ],
  ],
  [
    'MFA for everybody with one-time passwords and passkeys as first factors',
    {
      set: { [firstFactors]: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
      asked: { MfaConfiguration: { equals: 'ON' } },
      terms: lockOut,
    },
    ['mfa-and-first-factors', 'MfaConfiguration'],
    [
      'AWS refuses MFA ON with EMAIL_OTP and passkeys that count as one factor as a first factor.',
      'Take these out of the first factors, or make passkeys MULTI_FACTOR_WITH_USER_VERIFICATION, or ask for OPTIONAL.',
    ],
  ],
  [
    'MFA for everybody with one-time passwords as a first factor',
    {
      set: { [firstFactors]: ['PASSWORD', 'EMAIL_OTP'] },
      asked: { MfaConfiguration: { equals: 'ON' } },
      terms: lockOut,
    },
    ['mfa-and-first-factors', 'MfaConfiguration'],
    [
      'AWS refuses MFA ON with EMAIL_OTP as a first factor.',
      'Take these out of the first factors, or make passkeys MULTI_FACTOR_WITH_USER_VERIFICATION, or ask for OPTIONAL.',
    ],
  ],
  [
    'MFA for everybody with passkeys that count as one factor',
    { asked: { MfaConfiguration: { equals: 'ON' } }, terms: lockOut },
    ['mfa-and-first-factors', 'MfaConfiguration'],
    noSinglePasskeys,
  ],
  [
    'SMS codes as a first factor where MFA is for everybody',
    {
      set: { [firstFactors]: ['PASSWORD'], MfaConfiguration: 'ON' },
      mfaConfig: { MfaConfiguration: 'ON' },
      asked: { [firstFactors]: { includes: ['SMS_OTP'] } },
    },
    ['mfa-and-first-factors', firstFactors],
    [
      'AWS refuses MFA ON with SMS_OTP as a first factor.',
      'Take these out of the first factors, or make passkeys MULTI_FACTOR_WITH_USER_VERIFICATION, or ask for OPTIONAL.',
    ],
  ],
  [
    'passkeys as one factor where MFA is for everybody and they are a first factor',
    {
      set: { MfaConfiguration: 'ON' },
      mfaConfig: {
        MfaConfiguration: 'ON',
        WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
      },
      asked: { 'WebAuthnConfiguration.FactorConfiguration': { equals: 'SINGLE_FACTOR' } },
    },
    ['mfa-and-first-factors', 'WebAuthnConfiguration.FactorConfiguration'],
    noSinglePasskeys,
  ],
  [
    'authenticator apps while MFA is OFF',
    { set: { MfaConfiguration: 'OFF' }, mfaConfig: mfaOff, asked: { [totp]: { equals: true } } },
    ['mfa-is-off', totp],
    mfaFirst,
  ],
  [
    'email MFA while MFA is OFF',
    { set: { MfaConfiguration: 'OFF' }, mfaConfig: mfaOff, asked: { [mail]: { equals: 'Code {####}' } } },
    ['mfa-is-off', mail],
    mfaFirst,
  ],
  [
    'a subject for email MFA while MFA is OFF',
    { set: { MfaConfiguration: 'OFF' }, mfaConfig: mfaOff, asked: { [subject]: { equals: 'Code' } } },
    ['mfa-is-off', subject],
    mfaFirst,
  ],
  [
    'MFA without a factor',
    {
      set: { ...noSms, MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
    },
    ['needs-mfa-factor', 'MfaConfiguration'],
    aFactorToAskFor,
  ],
  [
    'MFA whose rule names SMS where the pool can’t send any',
    {
      set: { ...noSms, MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
      terms: { factor: 'SMS_MFA' },
    },
    ['needs-mfa-factor', 'MfaConfiguration'],
    aFactorToAskFor,
  ],
  [
    'the last factor going away',
    { set: noSms, mfaConfig: noSmsMfa, asked: { [totp]: { equals: false } } },
    ['needs-mfa-factor', totp],
    aFactorToAskFor,
  ],
  [
    'the last text of email MFA going away where email is the last factor',
    {
      set: noSms,
      mfaConfig: { ...onlyMail, EmailMfaConfiguration: { Message: 'Code {####}' } },
      asked: { [mail]: { absent: true } },
    },
    ['needs-mfa-factor', mail],
    aFactorToAskFor,
  ],
  [
    'the last subject of email MFA going away where email is the last factor',
    {
      set: noSms,
      mfaConfig: { ...onlyMail, EmailMfaConfiguration: { Subject: 'Code' } },
      asked: { [subject]: { absent: true } },
    },
    ['needs-mfa-factor', subject],
    aFactorToAskFor,
  ],
  [
    'phone numbers verified where nothing sends',
    { set: noSms, mfaConfig: noSmsMfa, asked: { AutoVerifiedAttributes: { includes: ['phone_number'] } } },
    ['needs-sms-configuration', 'AutoVerifiedAttributes'],
    [
      'Phone numbers can’t be verified while the pool can’t send SMS messages.',
      'Give the pool an SmsConfiguration first: it needs a role that only you can choose.',
    ],
  ],
  [
    'SMS codes as a first factor where nothing sends',
    { set: noSms, mfaConfig: noSmsMfa, asked: { [firstFactors]: { includes: ['SMS_OTP'] } } },
    ['needs-sms-configuration', firstFactors],
    [
      'SMS codes can’t be a first factor while the pool can’t send SMS messages.',
      'Give the pool an SmsConfiguration first: it needs a role that only you can choose.',
    ],
  ],
  [
    'the phone as the only way back from SMS MFA',
    { asked: { [recovery]: { equals: ['verified_phone_number'] } } },
    ['phone-recovery', recovery],
    anotherWayThanPhone,
  ],
  [
    'MFA by SMS where the phone is the only way back',
    {
      set: { [recovery]: mechanisms('verified_phone_number'), MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
    },
    ['phone-recovery', 'MfaConfiguration'],
    anotherWayThanPhone,
  ],
  [
    'SMS MFA that SNS would bring where the phone is the only way back',
    {
      set: { ...noSms, [recovery]: mechanisms('verified_phone_number') },
      mfaConfig: noSmsMfa,
      asked: { [sns]: { equals: role } },
    },
    ['phone-recovery', sns],
    anotherWayThanPhone,
  ],
  [
    'SMS MFA that End User Messaging would bring where the phone is the only way back',
    {
      set: { ...noSms, [recovery]: mechanisms('verified_phone_number') },
      mfaConfig: noSmsMfa,
      asked: { [eums]: { equals: role } },
    },
    ['phone-recovery', eums],
    anotherWayThanPhone,
  ],
  [
    'two functions before tokens are issued',
    { asked: { [former]: { equals: trigger('one') }, [current]: { equals: trigger('other') } } },
    ['pre-token-function', former],
    [
      'PreTokenGeneration and PreTokenGenerationConfig must name the same function.',
      'Let the rules on both ask for one function.',
    ],
  ],
  [
    'what is sensitive and not permitted',
    {
      asked: { [former]: { equals: trigger('one') } },
      options: { remediateSensitive: ['EmailConfiguration'] },
    },
    ['sensitive', former],
    [
      'LambdaConfig.PreTokenGeneration is written only where the deployment permits it: a wrong value can hand the pool to somebody.',
      'Set it by hand, or deploy with remediateSensitive=LambdaConfig.',
    ],
  ],
  [
    'more than 50 tags',
    {
      set: { UserPoolTags: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`tag-${n}`, ''])) },
      asked: { UserPoolTags: { includes: { team: 'checkout' } } },
    },
    ['tag-rules', 'UserPoolTags'],
    tagLimits,
  ],
  [
    'the tags that AWS keeps for itself going away, however they are spelt',
    {
      set: { UserPoolTags: { 'AWS:cloudformation:stack-name': 'checkout' } },
      asked: { UserPoolTags: { absent: true } },
    },
    ['tag-rules', 'UserPoolTags'],
    tagLimits,
  ],
  [
    'a write to a pool with settings that nobody knows, where the deployment asks for that',
    { set: { Later: 1 }, asked: { [length]: { atLeast: 16 } }, options: { unknownSettings: 'refuse' } },
    ['unknown-settings', length],
    [
      'The pool has settings that this version doesn’t know (Later), and the deployment asks not to write then.',
      'Update Lifeguard, or deploy with unknownSettings=carry, which sends them back as they were read.',
    ],
  ],
  [
    'the same where settings that nobody knows are in both answers',
    {
      set: { Later: 1 },
      mfaConfig: { Later: 1 },
      asked: { [length]: { atLeast: 16 } },
      options: { unknownSettings: 'refuse' },
    },
    ['unknown-settings', length],
    [
      'The pool has settings that this version doesn’t know (Later, MfaConfig:Later), and the deployment asks not to write then.',
      'Update Lifeguard, or deploy with unknownSettings=carry, which sends them back as they were read.',
    ],
  ],
  [
    'the only role that sends going away',
    { asked: { [sns]: { absent: true } } },
    ['no-remedy', sns],
    [
      'A pool’s SmsConfiguration can’t be taken away, only replaced.',
      'Create a new pool and move the users, or exempt the pool.',
    ],
  ],
  [
    'the only role that sends by End User Messaging going away',
    {
      set: { SmsConfiguration: { EumsSms: { CallerArn: role } } },
      asked: { [eums]: { absent: true } },
    },
    ['no-remedy', eums],
    [
      'A pool’s SmsConfiguration can’t be taken away, only replaced.',
      'Create a new pool and move the users, or exempt the pool.',
    ],
  ],
  [
    'half of DeviceConfiguration where another rule asks for the other half',
    {
      asked: {
        'DeviceConfiguration.ChallengeRequiredOnNewDevice': { absent: true },
        'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': { equals: false },
      },
    },
    ['policies-conflict', 'DeviceConfiguration.ChallengeRequiredOnNewDevice'],
    [
      'A pool has both members of DeviceConfiguration or neither, and one of them is asked for.',
      'Let the rules on both members agree.',
    ],
  ],
  [
    'a first factor that AWS doesn’t support',
    { asked: { [firstFactors]: { includes: ['SOFTWARE_TOKEN'] } } },
    ['unsupported-factor', firstFactors],
    ['AWS doesn’t support SOFTWARE_TOKEN as a first factor yet.', 'Take it out of the rule.'],
  ],
  [
    'guarding what another rule wants unverified',
    {
      set: { AutoVerifiedAttributes: ['email', 'phone_number'], [guarded]: ['email'] },
      asked: { AutoVerifiedAttributes: { equals: ['email'] }, [guarded]: { includes: ['phone_number'] } },
    },
    ['verified-before-update', guarded],
    [
      'AWS verifies before an update only what is verified automatically, and the rules ask for both ways.',
      'Let the rules on both settings agree.',
    ],
  ],
];

const taken: readonly (readonly [title: string, asking: Asking, ...changes: SettingPath[]])[] = [
  [
    'every change, where only the account’s SMS sandbox is in the way',
    { set: { SmsConfigurationFailure: 'SMS sandbox' }, asked: { [length]: { atLeast: 16 } } },
    length,
  ],
  [
    'a dearer tier under a ticket',
    {
      set: { UserPoolTier: 'ESSENTIALS', [threats]: undefined, [history]: undefined },
      asked: { UserPoolTier: { equals: 'PLUS' } },
      terms: { allowCost: 'SEC-3' },
    },
    'UserPoolTier',
  ],
  [
    'the tier that the pool has come down from, without a ticket',
    {
      set: { UserPoolTier: 'ESSENTIALS' },
      asked: { UserPoolTier: { equals: 'PLUS' } },
      options: { tierBefore: 'PLUS' },
    },
    'UserPoolTier',
  ],
  [
    'a lower tier that offers all that the pool uses',
    {
      set: { UserPoolAddOns: undefined, [history]: 0 },
      asked: { UserPoolTier: { equals: 'ESSENTIALS' } },
    },
    'UserPoolTier',
  ],
  [
    'the last text of email MFA going away, and the factor with it',
    {
      set: { [recovery]: mechanisms('verified_email') },
      mfaConfig: { EmailMfaConfiguration: { Subject: 'Code' } },
      asked: { [subject]: { absent: true } },
    },
    subject,
  ],
  ['email MFA beside another way back', { asked: { [mail]: { equals: 'Code {####}' } } }, mail],
  [
    'email as the only way back without email MFA',
    { asked: { [recovery]: { equals: ['verified_email'] } } },
    recovery,
  ],
  [
    'a customer’s key with its ARN',
    {
      asked: {
        'KeyConfiguration.KeyType': { equals: 'CUSTOMER_MANAGED_KEY' },
        'KeyConfiguration.KmsKeyArn': { equals: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      },
    },
    'KeyConfiguration.KeyType',
    'KeyConfiguration.KmsKeyArn',
  ],
  [
    'End User Messaging in place of SNS',
    { asked: { [sns]: { absent: true }, [eums]: { equals: role } } },
    sns,
    eums,
  ],
  [
    'SNS in place of End User Messaging',
    {
      set: { SmsConfiguration: { EumsSms: { CallerArn: role }, ExternalId: 'an-id' } },
      asked: { [sns]: { equals: role }, [eums]: { absent: true } },
    },
    sns,
    eums,
  ],
  [
    'End User Messaging in no Region of its own',
    {
      set: { SmsConfiguration: { EumsSms: { CallerArn: role, Region: 'eu-west-1' } } },
      asked: { [eumsRegion]: { absent: true } },
    },
    eumsRegion,
  ],
  [
    'Cognito’s sender, which needs no address',
    {
      asked: {
        [sender]: { equals: 'COGNITO_DEFAULT' },
        'EmailConfiguration.SourceArn': { absent: true },
      },
    },
    sender,
    'EmailConfiguration.SourceArn',
  ],
  [
    'one function before tokens are issued, where the place in use is empty',
    {
      set: { 'LambdaConfig.PreTokenGenerationConfig': undefined },
      asked: { [former]: { equals: trigger('one') } },
    },
    former,
  ],
  [
    'End User Messaging in the pool’s Region',
    {
      set: { SmsConfiguration: { EumsSms: { CallerArn: role } } },
      asked: { [eumsRegion]: { equals: 'eu-west-1' } },
    },
    eumsRegion,
  ],
  [
    'level names of one’s own',
    { asked: { AcrConfiguration: { includes: { Level1: 'urn:example:low' } } } },
    'AcrConfiguration',
  ],
  [
    'a mail by code alone',
    { set: { [link]: undefined }, asked: { [code]: { equals: 'Code {####}' } } },
    code,
  ],
  [
    'mailed codes as a first factor where nothing sends SMS messages',
    { set: noSms, mfaConfig: noSmsMfa, asked: { [firstFactors]: { includes: ['EMAIL_OTP'] } } },
    firstFactors,
  ],
  ['more first factors', { asked: { [firstFactors]: { includes: ['EMAIL_OTP'] } } }, firstFactors],
  [
    'fewer first factors under a ticket',
    { asked: { [firstFactors]: { equals: ['PASSWORD'] } }, terms: lockOut },
    firstFactors,
  ],
  [
    'MFA for everybody with passkeys that count as two factors',
    {
      mfaConfig: { WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } },
      asked: { MfaConfiguration: { equals: 'ON' } },
      terms: lockOut,
    },
    'MfaConfiguration',
  ],
  [
    'authenticator apps while MFA is OPTIONAL',
    {
      mfaConfig: { SoftwareTokenMfaConfiguration: { Enabled: false } },
      asked: { [totp]: { equals: true } },
    },
    totp,
  ],
  ['authenticator apps going away beside SMS', { asked: { [totp]: { equals: false } } }, totp],
  [
    'authenticator apps going away beside email',
    { set: noSms, mfaConfig: { ...noSmsMfa, ...emailMfa }, asked: { [totp]: { equals: false } } },
    totp,
  ],
  [
    'the last factor going away while MFA is OFF',
    {
      set: { ...noSms, MfaConfiguration: 'OFF' },
      mfaConfig: { ...noSmsMfa, MfaConfiguration: 'OFF' },
      asked: { [totp]: { equals: false } },
    },
    totp,
  ],
  [
    'MFA by SMS, which needs no other factor',
    {
      set: { MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
    },
    'MfaConfiguration',
  ],
  [
    'phone numbers verified where SNS sends',
    { asked: { AutoVerifiedAttributes: { includes: ['phone_number'] } } },
    'AutoVerifiedAttributes',
  ],
  [
    'phone numbers verified where End User Messaging sends',
    {
      set: { SmsConfiguration: { EumsSms: { CallerArn: role } } },
      asked: { AutoVerifiedAttributes: { includes: ['phone_number'] } },
    },
    'AutoVerifiedAttributes',
  ],
  [
    'the phone as the only way back while MFA is OFF',
    {
      set: { MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { [recovery]: { equals: ['verified_phone_number'] } },
    },
    recovery,
  ],
  [
    'the phone as the only way back where nothing sends SMS codes',
    { set: noSms, mfaConfig: noSmsMfa, asked: { [recovery]: { equals: ['verified_phone_number'] } } },
    recovery,
  ],
  [
    'a sensitive setting that the deployment names',
    {
      asked: { 'LambdaConfig.PreSignUp': { equals: trigger('one') } },
      options: { remediateSensitive: ['LambdaConfig.PreSignUp'] },
    },
    'LambdaConfig.PreSignUp',
  ],
  [
    'a sensitive setting that AWS forces beside one that the deployment names',
    {
      asked: { [former]: { equals: trigger('one') } },
      options: { remediateSensitive: [former] },
    },
    former,
    current,
  ],
  [
    'a change beside more tags than AWS takes, which are none of our doing',
    {
      set: { UserPoolTags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`tag-${n}`, ''])) },
      asked: { [length]: { atLeast: 16 } },
    },
    length,
  ],
  [
    'a change on a pool without any tags',
    { set: { UserPoolTags: undefined }, asked: { [length]: { atLeast: 16 } } },
    length,
  ],
  [
    'a 50th tag beside one that AWS keeps for itself',
    {
      set: {
        UserPoolTags: {
          ...Object.fromEntries(Array.from({ length: 49 }, (_, n) => [`tag-${n}`, ''])),
          'aws:cloudformation:stack-name': 'checkout',
        },
      },
      asked: { UserPoolTags: { includes: { team: 'checkout' } } },
    },
    'UserPoolTags',
  ],
  [
    'a 50th tag, and the longest key and text',
    {
      set: { UserPoolTags: Object.fromEntries(Array.from({ length: 49 }, (_, n) => [`tag-${n}`, ''])) },
      asked: { UserPoolTags: { includes: { ['k'.repeat(128)]: 't'.repeat(256) } } },
    },
    'UserPoolTags',
  ],
  [
    'a write to a pool with settings that nobody knows, which it carries',
    { set: { Later: 1 }, asked: { [length]: { atLeast: 16 } } },
    length,
  ],
  [
    'a write of one call where only the other one has settings that nobody knows',
    {
      mfaConfig: { Later: 1 },
      asked: { [length]: { atLeast: 16 } },
      options: { unknownSettings: 'refuse' },
    },
    length,
  ],
  [
    'a setting of MFA where only UpdateUserPool has settings that nobody knows',
    { set: { Later: 1 }, asked: { [totp]: { equals: false } }, options: { unknownSettings: 'refuse' } },
    totp,
  ],
];

const triggers = [
  'PreTokenGenerationConfig',
  'CustomSMSSender',
  'CustomEmailSender',
  'InboundFederation',
] as const;

const smsMembers = [
  'SmsConfiguration.ExternalId',
  'SmsConfiguration.SnsRegion',
  'SmsConfiguration.EumsSms.ExternalId',
  'SmsConfiguration.EumsSms.OriginationIdentity',
  'SmsConfiguration.EumsSms.ConfigurationSetName',
  'SmsConfiguration.EumsSms.InEntityId',
  'SmsConfiguration.EumsSms.InTemplateId',
  'SmsConfiguration.EumsSms.Region',
] as const;

describe('a plan', () => {
  it.each(refused.map(([title, asking, refusal, says]) => ({ title, asking, refusal, says })))(
    'refuses $title, and says why and what to do',
    ({ asking, refusal: [name, ...settings], says: [reason, next] }) => {
      expect(planned(asking).refusals).toEqual([{ code: name, settings, reason, next }]);
    },
  );

  it.each(taken.map(([title, asking, ...changes]) => ({ title, asking, changes })))(
    'makes $title',
    ({ asking, changes }) => {
      const { refusals, changes: made } = planned(asking);

      expect(refusals).toEqual([]);
      expect(made.map(({ setting }) => setting).toSorted()).toEqual(changes.toSorted());
    },
  );

  it.each(triggers)('refuses either half of the %s trigger without the other', (name) => {
    const [lambdaArn, version] = [
      `LambdaConfig.${name}.LambdaArn`,
      `LambdaConfig.${name}.LambdaVersion`,
    ] as const;
    const whole = { [`LambdaConfig.${name}`]: { LambdaArn: trigger('one'), LambdaVersion: 'V1_0' } };
    const none = { [`LambdaConfig.${name}`]: undefined, [former]: undefined };

    const [noFunction, noVersion] = [
      planned({ set: none, asked: { [version]: { equals: 'V1_0' } } }),
      planned({ set: { ...none, ...whole }, asked: { [version]: { absent: true } } }),
    ];

    expect(noFunction.refusals).toMatchObject([
      {
        code: 'incomplete',
        settings: [version],
        reason: `AWS takes ${version} V1_0 only together with ${lambdaArn}, which the pool would lack.`,
        next: `Add a rule that names ${lambdaArn}.`,
      },
    ]);
    expect(noVersion.refusals).toMatchObject([
      {
        code: 'incomplete',
        settings: [version],
        reason: `AWS takes ${lambdaArn} ${trigger('one')} only together with ${version}, which the pool would lack.`,
        next: `Add a rule that names ${version}.`,
      },
    ]);
  });

  it.each(smsMembers)('refuses %s without a role that sends', (member) => {
    const { refusals } = planned({
      set: noSms,
      mfaConfig: noSmsMfa,
      asked: { [member]: { equals: 'eu-west-1' } },
    });

    expect(refusals).toMatchObject([
      {
        code: 'incomplete',
        settings: [member],
        reason: 'SmsConfiguration needs the role that sends: SnsCallerArn or EumsSms.CallerArn.',
      },
    ]);
  });
});
