import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/pool/json.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { planChanges } from '../../src/remediation/plan-changes.ts';
import { cautiousPlan, type PlanOptions } from '../../src/remediation/plan-options.ts';
import type { RefusalCode } from '../../src/remediation/refusal.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const challenge = 'DeviceConfiguration.ChallengeRequiredOnNewDevice';
const prompt = 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt';
const totp = 'SoftwareTokenMfaConfiguration.Enabled';
const eums = 'SmsConfiguration.EumsSms.CallerArn';
const role = 'arn:aws:iam::111122223333:role/service-role/other';
const noSms = { SmsConfiguration: undefined, SmsAuthenticationMessage: undefined };
const mfaOff = {
  MfaConfiguration: 'OFF',
  SoftwareTokenMfaConfiguration: undefined,
  SmsMfaConfiguration: undefined,
};
const lambda = 'arn:aws:lambda:eu-west-1:111122223333:function';
const askForMore = 'Ask for what this needs in the same step, or leave it out.';
const why = { kind: 'person', by: 'arn:aws:iam::111122223333:user/ada', reason: 'set by hand' } as const;

interface Asking {
  readonly asked: { readonly [path in SettingPath]?: SettingValue };
  /** Leaves in place of the usual pool's; `undefined` takes one away. */
  readonly set?: { readonly [path: string]: Json | undefined };
  readonly mfaConfig?: JsonObject;
  readonly options?: PlanOptions;
}

/** The plan that gives that pool these values. */
const planned = ({ asked, set = {}, mfaConfig = {}, options = cautiousPlan }: Asking) =>
  planChanges(
    aPoolSnapshot({ set, mfaConfig }),
    Object.entries(asked).map(([setting, to]) => ({ setting: setting as SettingPath, to, why })),
    options,
  );

const refusedForWhatIsAsked: readonly (readonly [RefusalCode, Asking])[] = [
  ['mfa-is-off', { asked: { [totp]: true }, set: { MfaConfiguration: 'OFF' }, mfaConfig: mfaOff }],
  [
    'needs-mfa-factor',
    {
      asked: { MfaConfiguration: 'OPTIONAL' },
      set: { ...noSms, MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
    },
  ],
  ['one-sms-sender', { asked: { [eums]: role } }],
  [
    'sms-region',
    {
      asked: { 'SmsConfiguration.EumsSms.Region': 'us-east-1' },
      set: { SmsConfiguration: { EumsSms: { CallerArn: role } } },
    },
  ],
  ['link-or-code', { asked: { 'VerificationMessageTemplate.EmailMessage': 'Code {####}' } }],
  [
    'pre-token-function',
    {
      asked: {
        'LambdaConfig.PreTokenGeneration': `${lambda}:one`,
        'LambdaConfig.PreTokenGenerationConfig.LambdaArn': `${lambda}:other`,
      },
    },
  ],
  [
    'verified-before-update',
    {
      asked: {
        AutoVerifiedAttributes: ['email'],
        'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': ['email', 'phone_number'],
      },
      set: { AutoVerifiedAttributes: ['email', 'phone_number'] },
    },
  ],
  ['incomplete', { asked: { 'KeyConfiguration.KeyType': 'CUSTOMER_MANAGED_KEY' } }],
  [
    'unsupported-factor',
    { asked: { 'Policies.SignInPolicy.AllowedFirstAuthFactors': ['PASSWORD', 'SOFTWARE_TOKEN'] } },
  ],
  ['level-names', { asked: { AcrConfiguration: { Level1: 'no uri' } } }],
  [
    'tag-rules',
    { asked: { UserPoolTags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`tag-${n}`, ''])) } },
  ],
];

describe('a plan of what a person asks for', () => {
  it('changes the setting, says who asked, and carries everything else', () => {
    const { changes, calls, refusals, carried } = planned({ asked: { [length]: 8 } });

    expect(changes).toEqual([{ setting: length, from: 14, to: 8, because: [why] }]);
    expect(calls).toMatchObject([
      {
        operation: 'UpdateUserPool',
        request: {
          Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
          LambdaConfig: { PreSignUp: expect.stringContaining('checkout-pre-sign-up') },
        },
      },
    ]);
    expect(refusals).toEqual([]);
    expect(carried).toBeGreaterThan(30);
  });

  it('is empty where the pool is so already', () => {
    expect(planned({ asked: { [length]: 14 } })).toEqual({
      changes: [],
      refusals: [],
      calls: [],
      carried: 0,
    });
  });

  it('takes a setting away that has no value', () => {
    const { calls } = planned({ asked: { 'LambdaConfig.PreSignUp': null } });

    expect(calls[0]?.request.LambdaConfig).not.toHaveProperty('PreSignUp');
    expect(calls[0]?.request.LambdaConfig).toHaveProperty('PostConfirmation');
  });

  it('names what AWS forces beside it', () => {
    const { changes } = planned({ asked: { 'DeviceConfiguration.ChallengeRequiredOnNewDevice': null } });

    expect(changes).toMatchObject([
      { setting: 'DeviceConfiguration.ChallengeRequiredOnNewDevice', to: null, because: [why] },
      {
        setting: 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt',
        to: null,
        because: [{ kind: 'coupling', coupling: 'device-remembering' }],
      },
    ]);
  });

  it('lets nothing that AWS forces overrule what was asked for', () => {
    const { changes, refusals } = planned({
      asked: {
        'DeviceConfiguration.ChallengeRequiredOnNewDevice': false,
        'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': null,
      },
    });

    expect(changes).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'policies-conflict', next: askForMore }]);
  });

  it('lets nothing that AWS forces move what is asked to stay', () => {
    const { changes, refusals } = planned({
      asked: { [challenge]: null, [prompt]: false },
      set: { [challenge]: true, [prompt]: false },
    });

    expect(changes).toEqual([]);
    expect(refusals).toEqual([
      {
        code: 'policies-conflict',
        settings: [challenge],
        reason: `AWS would set ${prompt} to not set with it, which is asked to be otherwise.`,
        next: askForMore,
      },
    ]);
  });

  it('makes both calls where settings of both are asked for', () => {
    const { calls } = planned({ asked: { [length]: 8, 'SoftwareTokenMfaConfiguration.Enabled': false } });

    expect(calls.map(({ operation }) => operation)).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
  });

  it('is nothing at all where AWS would refuse a part of it', () => {
    const plan = planned({ asked: { [length]: 8, UserPoolTier: 'LITE' } });

    expect(plan).toMatchObject({ changes: [], calls: [], refusals: [{ code: 'tier-in-use' }] });
  });

  it.each(refusedForWhatIsAsked)(
    'speaks to a person of what to ask for, not of rules: %s',
    (code, asking) => {
      expect(planned(asking).refusals).toMatchObject([{ code, next: askForMore }]);
    },
  );

  it('speaks to a person as to everybody where no rule is in the way', () => {
    const { refusals } = planned({
      asked: { 'UserPoolAddOns.AdvancedSecurityMode': 'ENFORCED' },
      set: { UserPoolTier: 'LITE', 'UserPoolAddOns.AdvancedSecurityMode': 'OFF' },
    });

    expect(refusals).toMatchObject([
      {
        code: 'needs-tier',
        next: 'Move the pool to PLUS, which is charged per monthly active user, or exempt it.',
      },
    ]);
  });

  it('does what a rule would need a ticket or a permission for, and warns', () => {
    const { changes, refusals } = planned({
      asked: {
        MfaConfiguration: 'OFF',
        'SoftwareTokenMfaConfiguration.Enabled': false,
        'LambdaConfig.PreSignUp': 'arn:aws:lambda:eu-west-1:111122223333:function:other',
      },
    });

    expect(refusals).toEqual([]);
    expect(changes).toHaveLength(3);
  });

  it('doesn’t take a pool’s SMS sender away: AWS keeps it', () => {
    expect(planned({ asked: { 'SmsConfiguration.SnsCallerArn': null } })).toMatchObject({
      changes: [],
      refusals: [{ code: 'no-remedy' }],
    });
  });

  it('stops before members that nobody knows, where the deployment asks for that', () => {
    const refusing = { ...cautiousPlan, unknownSettings: 'refuse' } as const;

    expect(planned({ asked: { [length]: 8 }, set: { Later: 'new' }, options: refusing })).toMatchObject({
      calls: [],
      refusals: [{ code: 'unknown-settings' }],
    });
    expect(planned({ asked: { [length]: 8 }, set: { Later: 'new' } }).calls[0]?.request).toHaveProperty(
      'Later',
      'new',
    );
  });
});
