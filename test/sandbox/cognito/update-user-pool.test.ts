import {
  type CreateUserPoolCommandInput,
  UpdateUserPoolCommand,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Semantics } from '../../../src/sandbox/cognito/semantics.ts';
import { FUNCTION_ARN, NOON, SES_ARN, SMS_ROLE_ARN, sandboxFixture } from '../sandbox-fixture.ts';

const RICH: Partial<CreateUserPoolCommandInput> = {
  UserPoolTier: 'PLUS',
  Policies: {
    PasswordPolicy: {
      MinimumLength: 14,
      RequireSymbols: true,
      PasswordHistorySize: 5,
      TemporaryPasswordValidityDays: 3,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: { PreSignUp: FUNCTION_ARN, PostConfirmation: FUNCTION_ARN },
  AutoVerifiedAttributes: ['email', 'phone_number'],
  VerificationMessageTemplate: {
    EmailMessage: 'Your code: {####}',
    EmailSubject: 'Code',
    SmsMessage: 'Code {####}',
  },
  SmsAuthenticationMessage: 'Sign in with {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  MfaConfiguration: 'OPTIONAL',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
  EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: SES_ARN },
  SmsConfiguration: { SnsCallerArn: SMS_ROLE_ARN, ExternalId: 'external' },
  UserPoolTags: { team: 'checkout' },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
  KeyConfiguration: {
    KeyType: 'CUSTOMER_MANAGED_KEY',
    KmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000',
  },
  IssuerConfiguration: { Type: 'UPDATED' },
  AcrConfiguration: { Level2: { AcrValue: 'urn:example:two' } },
  DcrConfiguration: { EnableStatus: 'Enabled', AllowedScopes: ['orders/read'] },
};

/** What a setting of the rich pool can't stand without. */
const NEEDS: { readonly [member in keyof typeof RICH]?: readonly (keyof typeof RICH)[] } = {
  AutoVerifiedAttributes: ['SmsConfiguration'],
  UserAttributeUpdateSettings: ['AutoVerifiedAttributes', 'SmsConfiguration'],
  MfaConfiguration: ['SmsConfiguration'],
};

const ABOVE_LITE: readonly string[] = ['Policies', 'UserPoolAddOns', 'AcrConfiguration', 'DcrConfiguration'];

/** What DescribeUserPool showed, as UpdateUserPool takes it. */
function echoOf(pool: UserPoolType): Omit<CreateUserPoolCommandInput, 'PoolName'> {
  const { Id, Arn, Name, CreationDate, LastModifiedDate, EstimatedNumberOfUsers, SchemaAttributes, ...rest } =
    pool;
  const { SmsVerificationMessage, EmailVerificationMessage, EmailVerificationSubject, ...settings } = rest;
  const { UnusedAccountValidityDays, ...admin } = settings.AdminCreateUserConfig ?? {};
  return { ...settings, AdminCreateUserConfig: admin };
}

describe.each<Semantics>(['documented', 'measured', 'worst'])('UpdateUserPool, %s', (semantics) => {
  it('changes nothing but the date where everything is sent back', async () => {
    // Prepare
    const { clock, cognito, createPool, describe: look } = await sandboxFixture({ semantics });
    const id = await createPool(RICH);
    const before = await look(id);
    clock.advance(60);

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...echoOf(before) }));

    // Assess
    expect(await look(id)).toEqual({ ...before, LastModifiedDate: new Date(NOON.getTime() + 60_000) });
  });

  it('takes back whatever it shows of any pool', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture({ semantics });
    const members = fc.subarray(Object.keys(RICH) as (keyof typeof RICH)[]);
    const tiers = fc.constantFrom('LITE', 'ESSENTIALS', 'PLUS');

    await fc.assert(
      fc.asyncProperty(members, tiers, async (chosen, tier) => {
        const needed = chosen.flatMap((member) => [member, ...(NEEDS[member] ?? [])]);
        const settings = Object.fromEntries(needed.map((member) => [member, RICH[member]]));
        const UserPoolTier = chosen.some((member) => ABOVE_LITE.includes(member)) ? 'PLUS' : tier;
        const id = await createPool({ ...settings, UserPoolTier });
        const before = await look(id);
        // LITE shows the default ACR names and takes none.
        const { AcrConfiguration, ...echo } = echoOf(before);

        // Act
        const names = UserPoolTier === 'LITE' ? {} : { AcrConfiguration };
        await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...echo, ...names }));

        // Assess
        expect(await look(id)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the name of a pool, which has no default', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture({ semantics });
    const id = await createPool();

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));

    // Assess
    expect((await look(id)).Name).toBe('checkout');
  });
});

const KEPT_BY_AN_EMPTY_UPDATE: Record<Semantics, readonly string[]> = {
  documented: ['DcrConfiguration', 'UserPoolTier'],
  measured: ['DcrConfiguration', 'MfaConfiguration', 'Policies', 'SmsConfiguration', 'UserPoolTier'],
  worst: [],
};

describe('what an update leaves out', () => {
  it.each(Object.entries(KEPT_BY_AN_EMPTY_UPDATE))(
    'is reset but for these members, %s: %j',
    async (semantics, kept) => {
      // Prepare
      const {
        cognito,
        createPool,
        describe: look,
      } = await sandboxFixture({ semantics: semantics as Semantics });
      const { UserAttributeUpdateSettings: _guard, ...settings } = RICH;
      const id = await createPool(settings);
      const before = await look(id);

      // Act
      await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));

      // Assess
      const after = await look(id);
      const asked = Object.keys(settings) as (keyof UserPoolType)[];
      const same = asked.filter((member) => JSON.stringify(before[member]) === JSON.stringify(after[member]));
      expect(same.sort()).toEqual(kept);
    },
  );

  it('leaves an update refused, measured, where verification before update is kept and auto verification is not', async () => {
    // Prepare
    const { cognito, createPool } = await sandboxFixture({ semantics: 'measured' });
    const id = await createPool({
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });

    // Act
    const updating = cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));

    // Assess
    await expect(updating).rejects.toMatchObject({
      message:
        'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    });
  });

  it('keeps the other half of Policies, measured', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture({ semantics: 'measured' });
    const id = await createPool(RICH);

    // Act
    await cognito.send(
      new UpdateUserPoolCommand({
        UserPoolId: id,
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      }),
    );

    // Assess
    expect((await look(id)).Policies).toMatchObject({
      PasswordPolicy: { MinimumLength: 14 },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    });
  });

  it('detaches the triggers that a LambdaConfig leaves out', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool(RICH);

    // Act
    await cognito.send(
      new UpdateUserPoolCommand({ UserPoolId: id, LambdaConfig: { PostConfirmation: FUNCTION_ARN } }),
    );

    // Assess
    expect((await look(id)).LambdaConfig).toEqual({ PostConfirmation: FUNCTION_ARN });
  });
});

describe('values that mean something else than they say', () => {
  it('reads a temporary password validity of 0 as 7 days', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool(RICH);

    // Act
    const Policies = { PasswordPolicy: { MinimumLength: 14, TemporaryPasswordValidityDays: 0 } };
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, Policies }));

    // Assess
    const pool = await look(id);
    expect(pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays).toBe(7);
    expect(pool.AdminCreateUserConfig?.UnusedAccountValidityDays).toBe(7);
  });

  it('reads device switches that are both false as device tracking', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();

    // Act
    const DeviceConfiguration = { ChallengeRequiredOnNewDevice: false };
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, DeviceConfiguration }));

    // Assess
    expect((await look(id)).DeviceConfiguration).toEqual({
      ChallengeRequiredOnNewDevice: false,
      DeviceOnlyRememberedOnUserPrompt: false,
    });
  });

  it('turns client registration on for an empty DcrConfiguration', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, DcrConfiguration: {} }));

    // Assess
    expect((await look(id)).DcrConfiguration).toEqual({ EnableStatus: 'Enabled', OpenDcrEnabled: false });
  });

  it('shows the verification messages a second time under their legacy names', async () => {
    // Prepare
    const { createPool, describe: look } = await sandboxFixture();

    // Act
    const id = await createPool(RICH);

    // Assess
    expect(await look(id)).toMatchObject({
      EmailVerificationMessage: 'Your code: {####}',
      EmailVerificationSubject: 'Code',
      SmsVerificationMessage: 'Code {####}',
    });
  });

  it.each([
    ['documented', 'New {####}'],
    ['worst', 'Old {####}'],
  ] as const)('takes, %s, %j where the template and its legacy twin differ', async (semantics, expected) => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture({ semantics });
    const id = await createPool();

    // Act
    await cognito.send(
      new UpdateUserPoolCommand({
        UserPoolId: id,
        SmsVerificationMessage: 'Old {####}',
        VerificationMessageTemplate: { SmsMessage: 'New {####}' },
      }),
    );

    // Assess
    expect((await look(id)).VerificationMessageTemplate?.SmsMessage).toBe(expected);
  });
});

describe('bounds', () => {
  it('takes every password length from 6 to 99 and no other', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();
    const lengths = fc.oneof(fc.integer({ min: -5, max: 130 }), fc.constantFrom(5, 6, 99, 100));

    await fc.assert(
      fc.asyncProperty(lengths, async (MinimumLength) => {
        // Act
        const Policies = { PasswordPolicy: { MinimumLength } };
        const update = new UpdateUserPoolCommand({ UserPoolId: id, Policies });
        const taken = await cognito.send(update).then(
          () => true,
          () => false,
        );

        // Assess
        expect(taken).toBe(MinimumLength >= 6 && MinimumLength <= 99);
        if (taken) expect((await look(id)).Policies?.PasswordPolicy?.MinimumLength).toBe(MinimumLength);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['an empty message', { SmsAuthenticationMessage: '' }],
    ['a message without a place for the code', { SmsAuthenticationMessage: 'no code here' }],
    [
      'a link mail without its link',
      { VerificationMessageTemplate: { EmailMessageByLink: 'Click here, please' } },
    ],
    ['no recovery mechanism in the list of them', { AccountRecoverySetting: { RecoveryMechanisms: [] } }],
    ['no first factor in the list of them', { Policies: { SignInPolicy: { AllowedFirstAuthFactors: [] } } }],
    ['add-ons without their mode', { UserPoolAddOns: { AdvancedSecurityMode: undefined } }],
    ['a mode of protection in lower case', { UserPoolAddOns: { AdvancedSecurityMode: 'enforced' } }],
    ['a blank reply address', { EmailConfiguration: { ReplyToEmailAddress: '' } }],
    ['a key that is no ARN', { LambdaConfig: { KMSKeyID: 'alias/my-own-key-for-cognito' } }],
  ])('refuses %s', async (_title, update) => {
    // Prepare
    const { createPool, post } = await sandboxFixture();
    const id = await createPool();

    // Act
    const answer = await post(
      'AWSCognitoIdentityProviderService.UpdateUserPool',
      JSON.stringify({ UserPoolId: id, ...update }),
    );

    // Assess
    expect(answer).toMatchObject({ status: 400, errorType: 'InvalidParameterException' });
  });

  it('refuses a JSON type that the member has not', async () => {
    // Prepare
    const { createPool, post } = await sandboxFixture();
    const id = await createPool();

    // Act
    const body = { UserPoolId: id, AdminCreateUserConfig: { AllowAdminCreateUserOnly: 'true' } };
    const answer = await post('AWSCognitoIdentityProviderService.UpdateUserPool', JSON.stringify(body));

    // Assess
    expect(answer).toMatchObject({ status: 400, errorType: 'SerializationException' });
  });

  it('ignores members that it does not know, and says so in the log of calls', async () => {
    // Prepare
    const { sandbox, createPool, post } = await sandboxFixture();
    const id = await createPool();

    // Act
    const body = {
      UserPoolId: id,
      Arn: 'arn:aws:x',
      Policies: { PasswordPolicy: { MinimumLength: 9, Colour: 1 } },
    };
    const answer = await post('AWSCognitoIdentityProviderService.UpdateUserPool', JSON.stringify(body));

    // Assess
    expect(answer.status).toBe(200);
    expect(sandbox.calls.at(-1)?.ignoredMembers).toEqual(['Arn', 'Policies.PasswordPolicy.Colour']);
  });

  it('reads a null member as one that is left out', async () => {
    // Prepare
    const { createPool, describe: look, post } = await sandboxFixture();
    const id = await createPool({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } });

    // Act
    await post(
      'AWSCognitoIdentityProviderService.UpdateUserPool',
      JSON.stringify({ UserPoolId: id, DeviceConfiguration: null }),
    );

    // Assess
    expect(await look(id)).not.toHaveProperty('DeviceConfiguration');
  });
});
