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
const version = 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion';
const code = 'VerificationMessageTemplate.EmailMessage';
const link = 'VerificationMessageTemplate.EmailMessageByLink';
const totp = 'SoftwareTokenMfaConfiguration.Enabled';

const mfaOff = {
  MfaConfiguration: 'OFF',
  SoftwareTokenMfaConfiguration: undefined,
  SmsMfaConfiguration: undefined,
};

interface Coupled {
  readonly title: string;
  readonly asking: Asking;
  /** What the rules ask for, then what AWS forces besides. */
  readonly changes: readonly (readonly [setting: string, to: unknown, coupling?: string])[];
}

const cases: readonly Coupled[] = [
  {
    title: 'one function for both places of the pre token generation trigger',
    asking: { asked: { [former]: { equals: one } } },
    changes: [
      [former, one],
      [current, one, 'pre-token-functions-equal'],
    ],
  },
  {
    title: 'the same from the other place',
    asking: { asked: { [current]: { equals: one } } },
    changes: [
      [current, one],
      [former, one, 'pre-token-functions-equal'],
    ],
  },
  {
    title: 'nothing at the other place where it isn’t set',
    asking: { set: { [former]: undefined }, asked: { [current]: { equals: one } } },
    changes: [[current, one]],
  },
  {
    title: 'a version with a new function',
    asking: { asked: { 'LambdaConfig.CustomSMSSender.LambdaArn': { equals: one } } },
    changes: [
      ['LambdaConfig.CustomSMSSender.LambdaArn', one],
      ['LambdaConfig.CustomSMSSender.LambdaVersion', 'V1_0', 'trigger-versions'],
    ],
  },
  {
    title: 'no version without a function',
    asking: { set: { [former]: undefined }, asked: { [current]: { absent: true } } },
    changes: [
      [current, null],
      [version, null, 'trigger-versions'],
    ],
  },
  {
    title: 'both halves of DeviceConfiguration together',
    asking: { set: { DeviceConfiguration: undefined }, asked: { [challenge]: { equals: true } } },
    changes: [
      [challenge, true],
      [prompt, false, 'device-remembering'],
    ],
  },
  {
    title: 'neither half without the other',
    asking: { asked: { [prompt]: { absent: true } } },
    changes: [
      [prompt, null],
      [challenge, null, 'device-remembering'],
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
      [verified, ['email', 'phone_number'], 'verified-before-update'],
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
      [guarded, ['phone_number'], 'verified-before-update'],
    ],
  },
  {
    title: 'nothing for a guard within what is verified',
    asking: { set: { [guarded]: [] }, asked: { [guarded]: { includes: ['email'] } } },
    changes: [[guarded, ['email']]],
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
      [totp, true, 'mfa-factor'],
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
    title: 'no factors while MFA is OFF',
    asking: {
      mfaConfig: { EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } },
      asked: { MfaConfiguration: { equals: 'OFF' } },
    },
    changes: [
      ['MfaConfiguration', 'OFF'],
      [totp, false, 'mfa-off-drops-factors'],
      ['EmailMfaConfiguration.Message', null, 'mfa-off-drops-factors'],
      ['EmailMfaConfiguration.Subject', null, 'mfa-off-drops-factors'],
    ],
  },
  {
    title: 'AWS’s own mail by link making room for a mail by code',
    asking: {
      set: {
        [link]: 'Please click the link below to verify your email address. {##Verify Email##} ',
        [code]: undefined,
        EmailVerificationMessage: undefined,
      },
      asked: { [code]: { equals: 'Code {####}' } },
    },
    changes: [
      [code, 'Code {####}'],
      [link, null, 'default-text-dropped'],
    ],
  },
  {
    title: 'AWS’s own mail by code making room for a mail by link',
    asking: {
      set: { [link]: undefined, [code]: 'Your verification code is {####}. ' },
      asked: { [link]: { equals: '{##Click##}' } },
    },
    changes: [
      [link, '{##Click##}'],
      [code, null, 'default-text-dropped'],
    ],
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
        ...(first.kind === 'coupling' ? [first.coupling] : []),
      ]),
    ).toEqual(changes);
  });
});
