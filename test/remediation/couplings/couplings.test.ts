import { describe, expect, it } from 'vitest';
import { type Asking, planned } from '../planned.ts';

const trigger = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const one = trigger('one');

const challenge = 'DeviceConfiguration.ChallengeRequiredOnNewDevice';
const prompt = 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt';
const verified = 'AutoVerifiedAttributes';
const guarded = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
const former = 'LambdaConfig.PreTokenGeneration';
const current = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';
const smsFunction = 'LambdaConfig.CustomSMSSender.LambdaArn';
const smsVersion = 'LambdaConfig.CustomSMSSender.LambdaVersion';
const version = 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion';
const code = 'VerificationMessageTemplate.EmailMessage';
const link = 'VerificationMessageTemplate.EmailMessageByLink';
const length = 'Policies.PasswordPolicy.MinimumLength';
const totp = 'SoftwareTokenMfaConfiguration.Enabled';
const threats = 'UserPoolAddOns.AdvancedSecurityMode';
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

const mfaOff = {
  MfaConfiguration: 'OFF',
  SoftwareTokenMfaConfiguration: undefined,
  SmsMfaConfiguration: undefined,
};

interface Coupled {
  readonly title: string;
  readonly asking: Asking;
  /** What the rules ask for, then what AWS forces besides. */
  readonly changes: readonly (
    | readonly [setting: string, to: unknown]
    | readonly [setting: string, to: unknown, coupling: string, forcedBy: string, reason: string]
  )[];
}

const oneFunction = 'AWS takes one function for both places of the pre token generation trigger.';
const functionAndVersion = 'AWS requires function and version together.';
const verifiedFirst = 'AWS verifies before an update only what is verified automatically.';
const noFactor = 'AWS refuses a second factor while MFA is OFF.';
const codeOrLink = 'AWS takes the mail by code or the mail by link; the other one had AWS’s own text.';
const tierAsBefore = `${threats} needs a tier that the pool was on before: it is moved back to PLUS.`;
const awsOwnCode = 'Your verification code is {####}. ';
const awsOwnLink = 'Please click the link below to verify your email address. {##Verify Email##} ';

const cases: readonly Coupled[] = [
  {
    title: 'one function for both places of the pre token generation trigger',
    asking: { asked: { [former]: { equals: one } } },
    changes: [
      [former, one],
      [current, one, 'pre-token-functions-equal', former, oneFunction],
    ],
  },
  {
    title: 'the same from the other place',
    asking: { asked: { [current]: { equals: one } } },
    changes: [
      [current, one],
      [former, one, 'pre-token-functions-equal', current, oneFunction],
    ],
  },
  {
    title: 'nothing at the other place where it isn’t set',
    asking: { set: { [former]: undefined }, asked: { [current]: { equals: one } } },
    changes: [[current, one]],
  },
  {
    title: 'nothing at the former place where the place in use is emptied',
    asking: { asked: { [current]: { absent: true } } },
    changes: [
      [current, null],
      [version, null, 'trigger-versions', current, functionAndVersion],
    ],
  },
  {
    title: 'a version with a new function',
    asking: { asked: { [smsFunction]: { equals: one } } },
    changes: [
      [smsFunction, one],
      [smsVersion, 'V1_0', 'trigger-versions', smsFunction, functionAndVersion],
    ],
  },
  ...(['CustomEmailSender', 'InboundFederation'] as const).map((trigger) => ({
    title: `a version with a new function for ${trigger}`,
    asking: {
      set: { [`LambdaConfig.${trigger}`]: undefined },
      asked: { [`LambdaConfig.${trigger}.LambdaArn`]: { equals: one } },
    },
    changes: [
      [`LambdaConfig.${trigger}.LambdaArn`, one],
      [
        `LambdaConfig.${trigger}.LambdaVersion`,
        'V1_0',
        'trigger-versions',
        `LambdaConfig.${trigger}.LambdaArn`,
        functionAndVersion,
      ],
    ] as const,
  })),
  {
    title: 'no version without a function',
    asking: { set: { [former]: undefined }, asked: { [current]: { absent: true } } },
    changes: [
      [current, null],
      [version, null, 'trigger-versions', current, functionAndVersion],
    ],
  },
  {
    title: 'nothing for a trigger that has a version and no function already',
    asking: { set: { [smsVersion]: 'V1_0' }, asked: { [length]: { atLeast: 16 } } },
    changes: [[length, 16]],
  },
  {
    title: 'both halves of DeviceConfiguration together',
    asking: { set: { DeviceConfiguration: undefined }, asked: { [challenge]: { equals: true } } },
    changes: [
      [challenge, true],
      [prompt, false, 'device-remembering', challenge, 'AWS fills in what DeviceConfiguration doesn’t say.'],
    ],
  },
  {
    title: 'neither half without the other',
    asking: { asked: { [prompt]: { absent: true } } },
    changes: [
      [prompt, null],
      [
        challenge,
        null,
        'device-remembering',
        prompt,
        'AWS remembers devices while any part of DeviceConfiguration is there.',
      ],
    ],
  },
  {
    title: 'nothing where the other half is there',
    asking: { asked: { [challenge]: { equals: false } } },
    changes: [[challenge, false]],
  },
  {
    title: 'automatic verification of what is guarded',
    asking: { asked: { [guarded]: { includes: ['phone_number'] } } },
    changes: [
      [guarded, ['email', 'phone_number']],
      [verified, ['email', 'phone_number'], 'verified-before-update', guarded, verifiedFirst],
    ],
  },
  {
    title: 'no guard for what is no longer verified',
    asking: {
      set: { [verified]: ['email', 'phone_number'], [guarded]: ['email', 'phone_number'] },
      asked: { [verified]: { excludes: ['email'] } },
    },
    changes: [
      [verified, ['phone_number']],
      [guarded, ['phone_number'], 'verified-before-update', verified, verifiedFirst],
    ],
  },
  {
    title: 'nothing for a guard within what is verified',
    asking: { set: { [guarded]: [] }, asked: { [guarded]: { includes: ['email'] } } },
    changes: [[guarded, ['email']]],
  },
  {
    title: 'nothing for a guard that goes further than what is verified already',
    asking: { set: { [guarded]: ['phone_number'] }, asked: { [length]: { atLeast: 16 } } },
    changes: [[length, 16]],
  },
  {
    title: 'no guard for what is newly verified where the pool has no guard at all',
    asking: {
      set: { [verified]: undefined, UserAttributeUpdateSettings: undefined },
      asked: { [verified]: { includes: ['email'] } },
    },
    changes: [[verified, ['email']]],
  },
  {
    title: 'the factor that the rule names',
    asking: {
      set: { SmsConfiguration: undefined, MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
      terms: { factor: 'SOFTWARE_TOKEN_MFA' },
    },
    changes: [
      ['MfaConfiguration', 'OPTIONAL'],
      [
        totp,
        true,
        'mfa-factor',
        'MfaConfiguration',
        'AWS refuses MFA without a factor; the rule names authenticator apps.',
      ],
    ],
  },
  {
    title: 'no factor where there is one',
    asking: {
      set: { MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
      terms: { factor: 'SOFTWARE_TOKEN_MFA' },
    },
    changes: [['MfaConfiguration', 'OPTIONAL']],
  },
  {
    title: 'no factor for MFA that is turned off',
    asking: {
      set: { SmsConfiguration: undefined },
      mfaConfig: { SoftwareTokenMfaConfiguration: undefined, SmsMfaConfiguration: undefined },
      asked: { MfaConfiguration: { equals: 'OFF' } },
      terms: { factor: 'SOFTWARE_TOKEN_MFA' },
    },
    changes: [['MfaConfiguration', 'OFF']],
  },
  {
    title: 'no factor for MFA that lacks one already',
    asking: {
      set: { SmsConfiguration: undefined },
      mfaConfig: { SoftwareTokenMfaConfiguration: undefined, SmsMfaConfiguration: undefined },
      asked: { [length]: { atLeast: 16 } },
    },
    changes: [[length, 16]],
  },
  {
    title: 'no factors while MFA is OFF',
    asking: {
      mfaConfig: { EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } },
      asked: { MfaConfiguration: { equals: 'OFF' } },
    },
    changes: [
      ['MfaConfiguration', 'OFF'],
      [totp, false, 'mfa-off-drops-factors', 'MfaConfiguration', noFactor],
      ['EmailMfaConfiguration.Message', null, 'mfa-off-drops-factors', 'MfaConfiguration', noFactor],
      ['EmailMfaConfiguration.Subject', null, 'mfa-off-drops-factors', 'MfaConfiguration', noFactor],
    ],
  },
  {
    title: 'AWS’s own mail by link making room for a mail by code',
    asking: {
      set: {
        [link]: awsOwnLink,
        [code]: undefined,
        EmailVerificationMessage: undefined,
      },
      asked: { [code]: { equals: 'Code {####}' } },
    },
    changes: [
      [code, 'Code {####}'],
      [link, null, 'default-text-dropped', code, codeOrLink],
    ],
  },
  {
    title: 'AWS’s own mail by code making room for a mail by link',
    asking: {
      set: { [link]: undefined, [code]: awsOwnCode },
      asked: { [link]: { equals: '{##Click##}' } },
    },
    changes: [
      [link, '{##Click##}'],
      [code, null, 'default-text-dropped', link, codeOrLink],
    ],
  },
  {
    title: 'AWS’s own mail by link making room though no space follows it',
    asking: {
      set: { [link]: awsOwnLink.trim(), [code]: undefined, EmailVerificationMessage: undefined },
      asked: { [code]: { equals: 'Code {####}' } },
    },
    changes: [
      [code, 'Code {####}'],
      [link, null, 'default-text-dropped', code, codeOrLink],
    ],
  },
  {
    title: 'AWS’s own mail by code making room though no space follows it',
    asking: {
      set: { [link]: undefined, [code]: awsOwnCode.trim() },
      asked: { [link]: { equals: '{##Click##}' } },
    },
    changes: [
      [link, '{##Click##}'],
      [code, null, 'default-text-dropped', link, codeOrLink],
    ],
  },
  {
    title: 'nothing where only one of the two mails is left, whoever wrote it',
    asking: {
      set: { [code]: awsOwnCode, EmailVerificationMessage: undefined },
      asked: { [link]: { absent: true } },
    },
    changes: [[link, null]],
  },
  {
    title: 'nothing where only the mail by link is left, whoever wrote it',
    asking: {
      set: { [link]: awsOwnLink, EmailVerificationMessage: undefined },
      asked: { [code]: { absent: true } },
    },
    changes: [[code, null]],
  },
  {
    title: 'nothing for a pool that has both mails already',
    asking: { set: { [code]: awsOwnCode }, asked: { [length]: { atLeast: 16 } } },
    changes: [[length, 16]],
  },
  {
    title: 'the tier that the pool has come down from, where a change needs it',
    asking: {
      set: { UserPoolTier: 'ESSENTIALS', [threats]: 'OFF' },
      asked: { [length]: { atLeast: 16 }, [threats]: { atLeast: 'ENFORCED' } },
      options: { tierBefore: 'PLUS' },
    },
    changes: [
      [length, 16],
      [threats, 'ENFORCED'],
      ['UserPoolTier', 'PLUS', 'tier-restored', threats, tierAsBefore],
    ],
  },
  {
    title: 'the tier that the pool has come down from, where one in between would do',
    asking: {
      set: { UserPoolTier: 'LITE', [firstFactors]: ['PASSWORD'] },
      asked: { [firstFactors]: { includes: ['EMAIL_OTP'] } },
      options: { tierBefore: 'PLUS' },
    },
    changes: [
      [firstFactors, ['PASSWORD', 'EMAIL_OTP']],
      [
        'UserPoolTier',
        'PLUS',
        'tier-restored',
        firstFactors,
        `${firstFactors} needs a tier that the pool was on before: it is moved back to PLUS.`,
      ],
    ],
  },
  {
    title: 'no former tier for what the pool’s own tier offers',
    asking: {
      set: { UserPoolTier: 'ESSENTIALS', [firstFactors]: ['PASSWORD'] },
      asked: { [firstFactors]: { includes: ['EMAIL_OTP'] } },
      options: { tierBefore: 'PLUS' },
    },
    changes: [[firstFactors, ['PASSWORD', 'EMAIL_OTP']]],
  },
  {
    title: 'no former tier for what every tier offers, where AWS doesn’t tell the pool’s',
    asking: {
      set: { UserPoolTier: undefined },
      asked: { [length]: { atLeast: 16 } },
      options: { tierBefore: 'PLUS' },
    },
    changes: [[length, 16]],
  },
];

describe('a plan, beside what rules ask,', () => {
  it.each(cases)('has $title', ({ asking, changes }) => {
    const plan = planned(asking);

    expect(plan.refusals).toEqual([]);
    expect(
      plan.changes.map(({ setting, to, because: [first] }) => [
        setting,
        to,
        ...(first.kind === 'coupling' ? [first.coupling, first.forcedBy, first.reason] : []),
      ]),
    ).toEqual(changes);
  });
});
