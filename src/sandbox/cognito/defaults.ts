import type { JsonObject } from '../json.ts';

/**
 * What a pool has where nobody said anything.
 *
 * Sources: the SDK's documentation of CreateUserPool and UpdateUserPool (tier ESSENTIALS, temporary password
 * 7 days, AWS's documented 8-character password with all four classes); read-backs of bare pools recorded by
 * github.com/go-to-k/cdk-real-drift (MFA OFF, deletion protection INACTIVE, sign-in by PASSWORD, unused account
 * validity 7 days, recovery by email before phone).
 */
const PASSWORD_POLICY: JsonObject = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

const SIGN_IN_POLICY: JsonObject = { AllowedFirstAuthFactors: ['PASSWORD'] };

/** The value to which a member goes when an update leaves it out; a member that isn't here goes away. */
export const RESET_TO: JsonObject = {
  Policies: { PasswordPolicy: PASSWORD_POLICY, SignInPolicy: SIGN_IN_POLICY },
  DeletionProtection: 'INACTIVE',
  LambdaConfig: {},
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
  MfaConfiguration: 'OFF',
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
  UserPoolTags: {},
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
  UserPoolTier: 'ESSENTIALS',
};

/** What a new pool has where its creator said nothing. */
export const CREATED_WITH: JsonObject = {
  ...RESET_TO,
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 1, Name: 'verified_email' },
      { Priority: 2, Name: 'verified_phone_number' },
    ],
  },
};

/** The names that AWS gives the four ACR levels unless a pool names them. */
export const ACR_DEFAULTS: JsonObject = {
  Level1: { AcrValue: 'urn:cognito:loa:1' },
  Level2: { AcrValue: 'urn:cognito:loa:2' },
  Level3: { AcrValue: 'urn:cognito:loa:3' },
  Level4: { AcrValue: 'urn:cognito:loa:4' },
};
