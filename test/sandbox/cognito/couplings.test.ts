import {
  type CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigCommandInput,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { FUNCTION_ARN, SES_ARN, SMS_ROLE_ARN, sandboxFixture } from '../sandbox-fixture.ts';

const SMS = { SnsCallerArn: SMS_ROLE_ARN, ExternalId: 'external', SnsRegion: 'eu-west-1' };
const OWN_SENDER = { EmailSendingAccount: 'DEVELOPER', SourceArn: SES_ARN } as const;
const phoneOnly = { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_phone_number' }] } as const;
const emailOnly = { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] } as const;

interface RefusedUpdate {
  readonly title: string;
  readonly pool?: Partial<CreateUserPoolCommandInput>;
  readonly mfa?: Omit<SetUserPoolMfaConfigCommandInput, 'UserPoolId'>;
  readonly update: object;
  readonly error?: string;
  readonly says: RegExp;
}

const REFUSED_UPDATES: readonly RefusedUpdate[] = [
  {
    title: 'both temporary password members',
    update: {
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } },
      AdminCreateUserConfig: { UnusedAccountValidityDays: 3 },
    },
    says: /^Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays$/,
  },
  {
    title: 'the legacy temporary password member once the pool has the new one',
    pool: { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } } },
    update: { AdminCreateUserConfig: { UnusedAccountValidityDays: 3 } },
    says: /^Please use TemporaryPasswordValidityDays/,
  },
  {
    title: 'verification before update of an attribute that is not verified',
    update: { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
    says: /^All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes$/,
  },
  {
    title: 'phone verification without SMS',
    update: { AutoVerifiedAttributes: ['phone_number'] },
    says: /^SMS configuration is required when phone_number is selected for auto verification$/,
  },
  {
    title: 'two functions before token generation',
    update: {
      LambdaConfig: {
        PreTokenGeneration: FUNCTION_ARN,
        PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: `${FUNCTION_ARN}-other` },
      },
    },
    says: /same Lambda function/,
  },
  {
    title: 'both forms of the verification mail',
    update: {
      VerificationMessageTemplate: {
        DefaultEmailOption: 'CONFIRM_WITH_LINK',
        EmailMessage: 'Code {####}',
        EmailMessageByLink: '{##Verify##}',
      },
    },
    says: /EmailMessage or EmailMessageByLink, not both/,
  },
  {
    title: 'an empty SmsConfiguration',
    update: { SmsConfiguration: {} },
    says: /requires SnsCallerArn or EumsSms/,
  },
  {
    title: 'two SMS senders',
    update: { SmsConfiguration: { ...SMS, EumsSms: { CallerArn: SMS_ROLE_ARN } } },
    says: /SnsCallerArn or EumsSms, not both/,
  },
  {
    title: 'End User Messaging in another Region',
    update: { SmsConfiguration: { EumsSms: { CallerArn: SMS_ROLE_ARN, Region: 'us-east-1' } } },
    says: /must be the Region of the user pool, eu-west-1/,
  },
  {
    title: 'its own mail sender without an address',
    update: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
    says: /SourceArn is required/,
  },
  {
    title: "a customer's key without a key",
    update: { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY' } },
    says: /KmsKeyArn is required/,
  },
  {
    title: 'an ACR name that another level has by default',
    update: { AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:2' } } },
    says: /unique across all levels/,
  },
  {
    title: 'an ACR name with a space',
    update: { AcrConfiguration: { Level1: { AcrValue: 'level one' } } },
    says: /valid in a URL or a URN/,
  },
  { title: 'a tag of AWS', update: { UserPoolTags: { 'aws:created': 'me' } }, says: /reserved/ },
  {
    title: 'SOFTWARE_TOKEN as a first factor',
    update: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SOFTWARE_TOKEN'] } } },
    says: /SOFTWARE_TOKEN is not supported/,
  },
  {
    title: 'SMS_OTP without SMS',
    update: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] } } },
    says: /SMS configuration is required when SMS_OTP/,
  },
  {
    title: 'threat protection on ESSENTIALS',
    update: { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
    error: 'FeatureUnavailableInTierException',
    says: /^The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection$/,
  },
  {
    title: 'threat protection for custom sign-in on ESSENTIALS',
    update: {
      UserPoolAddOns: {
        AdvancedSecurityMode: 'OFF',
        AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' },
      },
    },
    error: 'FeatureUnavailableInTierException',
    says: /Threat Protection/,
  },
  {
    title: 'password history on ESSENTIALS',
    update: { Policies: { PasswordPolicy: { PasswordHistorySize: 5 } } },
    error: 'FeatureUnavailableInTierException',
    says: /Password History/,
  },
  {
    title: 'a choice of first factors on LITE',
    update: {
      UserPoolTier: 'LITE',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    },
    error: 'FeatureUnavailableInTierException',
    says: /LITE pricing tier configured: Choice-based Sign-in$/,
  },
  {
    title: 'access token customization on LITE',
    update: {
      UserPoolTier: 'LITE',
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: FUNCTION_ARN } },
    },
    error: 'FeatureUnavailableInTierException',
    says: /Access Token Customization/,
  },
  {
    title: 'client registration on LITE, where a DcrConfiguration without EnableStatus is on',
    update: { UserPoolTier: 'LITE', DcrConfiguration: { OpenDcrEnabled: false } },
    error: 'FeatureUnavailableInTierException',
    says: /Dynamic Client Registration/,
  },
  {
    title: 'own ACR names on LITE',
    update: { UserPoolTier: 'LITE', AcrConfiguration: { Level1: { AcrValue: 'urn:example:one' } } },
    error: 'FeatureUnavailableInTierException',
    says: /Custom ACR Names/,
  },
  {
    title: 'MFA raised to ON by UpdateUserPool',
    pool: { SmsConfiguration: SMS },
    update: { SmsConfiguration: SMS, MfaConfiguration: 'ON' },
    says: /^Cannot turn MFA functionality ON, once the user pool has been created\.$/,
  },
  {
    title: 'MFA raised to OPTIONAL without a factor',
    update: { MfaConfiguration: 'OPTIONAL' },
    says: /^SMS MFA, Email MFA, or Software Token MFA must be enabled\.$/,
  },
  {
    title: 'a one-time password as first factor where MFA is ON',
    mfa: { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } },
    update: {
      MfaConfiguration: 'ON',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    },
    says: /^Only PASSWORD and WEB_AUTHN \(if configured\) can be enabled as an auth factor if MFA is enabled$/,
  },
  {
    title: 'a passkey as the only factor where MFA is ON',
    mfa: {
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      WebAuthnConfiguration: { FactorConfiguration: 'SINGLE_FACTOR' },
    },
    update: {
      MfaConfiguration: 'ON',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    },
    says: /^Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required/,
  },
  {
    title: "AWS's mail sender where email is a factor",
    pool: { EmailConfiguration: OWN_SENDER },
    mfa: { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } },
    update: { MfaConfiguration: 'OPTIONAL' },
    says: /^Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT$/,
  },
  {
    title: 'recovery by email only where email is a factor',
    pool: { EmailConfiguration: OWN_SENDER },
    mfa: { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} },
    update: {
      MfaConfiguration: 'OPTIONAL',
      EmailConfiguration: OWN_SENDER,
      AccountRecoverySetting: emailOnly,
    },
    says: /verified_email as the only recovery mechanism/,
  },
  {
    title: 'recovery by phone only where SMS is a factor',
    pool: { SmsConfiguration: SMS, MfaConfiguration: 'OPTIONAL' },
    update: { SmsConfiguration: SMS, MfaConfiguration: 'OPTIONAL', AccountRecoverySetting: phoneOnly },
    says: /^Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured$/,
  },
];

describe('combinations that UpdateUserPool refuses', () => {
  it.each(REFUSED_UPDATES)(
    'refuses $title',
    async ({ pool, mfa, update, error = 'InvalidParameterException', says }) => {
      // Prepare
      const { cognito, createPool, describe: look } = await sandboxFixture();
      const id = await createPool(pool);
      if (mfa) await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId: id, ...mfa }));
      const before = await look(id);

      // Act
      const request: UpdateUserPoolCommandInput = { UserPoolId: id, ...update };
      const refusal: unknown = await cognito
        .send(new UpdateUserPoolCommand(request))
        .catch((thrown: unknown) => thrown);

      // Assess
      expect(refusal).toMatchObject({ name: error, message: expect.stringMatching(says) });
      expect(await look(id)).toEqual(before);
    },
  );
});

describe('states that refuse every write', () => {
  it.each([
    [{ smsRole: 'no-trust' }, 'InvalidSmsRoleTrustRelationshipException'],
    [{ smsRole: 'no-access' }, 'InvalidSmsRoleAccessPolicyException'],
    [{ importInProgress: true }, 'UserImportInProgressException'],
    [{ secondaryReplica: true }, 'OperationNotEnabledException'],
  ] as const)('refuses an update under %o', async (conditions, error) => {
    // Prepare
    const { sandbox, cognito, createPool } = await sandboxFixture();
    const id = await createPool({ SmsConfiguration: SMS });
    sandbox.pools.setConditions('eu-west-1', id, conditions);

    // Act
    const sending = cognito.send(
      new UpdateUserPoolCommand({ UserPoolId: id, SmsConfiguration: SMS, UserPoolTags: {} }),
    );

    // Assess
    await expect(sending).rejects.toMatchObject({ name: error });
  });

  it('shows a broken SMS role in DescribeUserPool', async () => {
    // Prepare
    const { sandbox, createPool, describe: look } = await sandboxFixture();
    const id = await createPool({ SmsConfiguration: SMS });

    // Act
    sandbox.pools.setConditions('eu-west-1', id, { smsRole: 'no-trust' });

    // Assess
    expect(await look(id)).toMatchObject({
      SmsConfigurationFailure: 'InvalidSmsRoleTrustRelationshipException',
    });
  });

  it('refuses a change of tier where AWS holds the pool to it', async () => {
    // Prepare
    const { sandbox, cognito, createPool } = await sandboxFixture();
    const id = await createPool();
    sandbox.pools.setConditions('eu-west-1', id, { tierLocked: true });

    // Act
    const sending = cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, UserPoolTier: 'PLUS' }));

    // Assess
    await expect(sending).rejects.toMatchObject({ name: 'TierChangeNotAllowedException' });
  });
});

describe('a LITE pool that is older than the tiers', () => {
  const LITE = { UserPoolTier: 'LITE' } as const;

  it('takes back the threat protection that it has', async () => {
    // Prepare
    const { sandbox, cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool(LITE);
    sandbox.pools.overwriteSettings('eu-west-1', id, {
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });

    // Act
    const echo = { ...LITE, UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } } as const;
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...echo }));

    // Assess
    expect(await look(id)).toMatchObject(echo);
  });

  it('refuses threat protection that it has not', async () => {
    // Prepare
    const { cognito, createPool } = await sandboxFixture();
    const id = await createPool(LITE);

    // Act
    const sending = cognito.send(
      new UpdateUserPoolCommand({
        UserPoolId: id,
        ...LITE,
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      }),
    );

    // Assess
    await expect(sending).rejects.toMatchObject({ name: 'FeatureUnavailableInTierException' });
  });
});
