import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { NOON, SMS_ROLE_ARN, sandboxFixture } from '../sandbox-fixture.ts';

describe('CreateUserPool', () => {
  it("gives a bare pool AWS's defaults", async () => {
    // Prepare
    const { createPool, describe: look } = await sandboxFixture();

    // Act
    const id = await createPool();

    // Assess
    const { SchemaAttributes, ...pool } = await look(id);
    expect(pool).toEqual({
      Id: id,
      Name: 'checkout',
      Arn: `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${id}`,
      CreationDate: NOON,
      LastModifiedDate: NOON,
      EstimatedNumberOfUsers: 0,
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
      DeletionProtection: 'INACTIVE',
      LambdaConfig: {},
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      MfaConfiguration: 'OFF',
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      UserPoolTags: {},
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: 'verified_email' },
          { Priority: 2, Name: 'verified_phone_number' },
        ],
      },
      UserPoolTier: 'ESSENTIALS',
      AcrConfiguration: {
        Level1: { AcrValue: 'urn:cognito:loa:1' },
        Level2: { AcrValue: 'urn:cognito:loa:2' },
        Level3: { AcrValue: 'urn:cognito:loa:3' },
        Level4: { AcrValue: 'urn:cognito:loa:4' },
      },
    });
    expect(SchemaAttributes?.map(({ Name }) => Name)).toContain('phone_number_verified');
  });

  it('completes a password policy that names only some classes with false', async () => {
    // Prepare
    const { createPool, describe: look } = await sandboxFixture();

    // Act
    const id = await createPool({ Policies: { PasswordPolicy: { RequireLowercase: true } } });

    // Assess
    expect((await look(id)).Policies?.PasswordPolicy).toMatchObject({
      RequireLowercase: true,
      RequireSymbols: false,
    });
  });

  it('keeps aliases, user name rules and custom attributes', async () => {
    // Prepare
    const { createPool, describe: look } = await sandboxFixture();

    // Act
    const id = await createPool({
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'plan', AttributeDataType: 'String' },
      ],
    });

    // Assess
    const pool = await look(id);
    expect(pool).toMatchObject({
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
    expect(pool.SchemaAttributes?.find(({ Name }) => Name === 'email')).toMatchObject({ Required: true });
    expect(pool.SchemaAttributes?.map(({ Name }) => Name)).toContain('custom:plan');
  });

  it('refuses MFA without SMS', async () => {
    // Prepare
    const { createPool } = await sandboxFixture();

    // Act
    const creating = createPool({ MfaConfiguration: 'ON' });

    // Assess
    await expect(creating).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message:
        'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    });
  });

  it('takes MFA with SMS', async () => {
    // Prepare
    const { createPool, describe: look } = await sandboxFixture();

    // Act
    const id = await createPool({ MfaConfiguration: 'ON', SmsConfiguration: { SnsCallerArn: SMS_ROLE_ARN } });

    // Assess
    expect((await look(id)).MfaConfiguration).toBe('ON');
  });

  it('shows no sign-in policy on LITE', async () => {
    // Prepare
    const { createPool, describe: look } = await sandboxFixture();

    // Act
    const id = await createPool({ UserPoolTier: 'LITE' });

    // Assess
    expect((await look(id)).Policies).not.toHaveProperty('SignInPolicy');
  });

  it('refuses a name with a character that AWS has no place for', async () => {
    // Prepare
    const { cognito } = await sandboxFixture();

    // Act
    const creating = cognito.send(new CreateUserPoolCommand({ PoolName: '<!channel>' }));

    // Assess
    await expect(creating).rejects.toMatchObject({
      message:
        "1 validation error detected: Value '<!channel>' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+",
    });
  });
});
