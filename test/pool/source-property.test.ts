import { describe, expect, it } from 'vitest';
import { sourceProperty } from '../../src/pool/source-property.ts';

describe('sourceProperty', () => {
  it.each([
    [
      'Policies.PasswordPolicy.MinimumLength',
      'Policies.PasswordPolicy.MinimumLength',
      'password_policy.minimum_length',
    ],
    [
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      'sign_in_policy.allowed_first_auth_factors',
    ],
    ['PoolName', 'UserPoolName', 'name'],
    ['UserPoolTags', 'UserPoolTags', 'tags'],
    ['DeletionProtection', 'DeletionProtection', 'deletion_protection'],
    [
      'LambdaConfig.CustomSMSSender.LambdaArn',
      'LambdaConfig.CustomSMSSender.LambdaArn',
      'lambda_config.custom_sms_sender.lambda_arn',
    ],
    ['LambdaConfig.KMSKeyID', 'LambdaConfig.KMSKeyID', 'lambda_config.kms_key_id'],
    ['EmailConfiguration.From', 'EmailConfiguration.From', 'email_configuration.from_email_address'],
    [
      'AccountRecoverySetting.RecoveryMechanisms',
      'AccountRecoverySetting.RecoveryMechanisms',
      'account_recovery_setting.recovery_mechanism',
    ],
    ['SoftwareTokenMfaConfiguration.Enabled', 'EnabledMfas', 'software_token_mfa_configuration.enabled'],
    ['EmailMfaConfiguration.Subject', 'EmailAuthenticationSubject', 'email_mfa_configuration.subject'],
    [
      'WebAuthnConfiguration.RelyingPartyId',
      'WebAuthnRelyingPartyID',
      'web_authn_configuration.relying_party_id',
    ],
    ['WebAuthnConfiguration.FactorConfiguration', 'WebAuthnFactorConfiguration', undefined],
    [
      'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
      'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
      'user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode',
    ],
    [
      'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage',
      'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage',
      'admin_create_user_config.invite_message_template.sms_message',
    ],
    ['KeyConfiguration.KeyType', 'KeyConfiguration.KeyType', undefined],
    ['DcrConfiguration.EnableStatus', undefined, undefined],
  ])('translates %s', (setting, cloudFormation, terraform) => {
    expect(sourceProperty('CloudFormation', setting)).toBe(cloudFormation);
    expect(sourceProperty('Terraform', setting)).toBe(terraform);
  });
});
