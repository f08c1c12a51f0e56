/** A tool that declares pools, and puts the declared value back with its next deploy. */
export type SourceTool = 'CloudFormation' | 'Terraform';

/** Names that differ from the API's; null where the tool has no such property. Longest prefix decides. */
const names: { readonly [tool in SourceTool]: { readonly [apiPath: string]: string | null } } = {
  // Registry schema of AWS::Cognito::UserPool.
  CloudFormation: {
    PoolName: 'UserPoolName',
    AcrConfiguration: null,
    DcrConfiguration: null,
    SoftwareTokenMfaConfiguration: 'EnabledMfas',
    'EmailMfaConfiguration.Message': 'EmailAuthenticationMessage',
    'EmailMfaConfiguration.Subject': 'EmailAuthenticationSubject',
    'WebAuthnConfiguration.RelyingPartyId': 'WebAuthnRelyingPartyID',
    'WebAuthnConfiguration.UserVerification': 'WebAuthnUserVerification',
    'WebAuthnConfiguration.FactorConfiguration': 'WebAuthnFactorConfiguration',
  },
  // Documentation of the resource aws_cognito_user_pool.
  Terraform: {
    PoolName: 'name',
    UserPoolTags: 'tags',
    'Policies.PasswordPolicy': 'password_policy',
    'Policies.SignInPolicy': 'sign_in_policy',
    'AccountRecoverySetting.RecoveryMechanisms': 'account_recovery_setting.recovery_mechanism',
    'EmailConfiguration.From': 'email_configuration.from_email_address',
    'WebAuthnConfiguration.FactorConfiguration': null,
    'AdminCreateUserConfig.UnusedAccountValidityDays': null,
    'LambdaConfig.InboundFederation': null,
    'SmsConfiguration.EumsSms': null,
    KeyConfiguration: null,
    IssuerConfiguration: null,
    AcrConfiguration: null,
    DcrConfiguration: null,
  },
};

const snakeCase = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/**
 * The property to change at the source.
 * @param setting the API's name, `Policies.PasswordPolicy.MinimumLength`
 * @returns the tool's name, `password_policy.minimum_length`; undefined where the tool has none
 */
export const sourceProperty = (tool: SourceTool, setting: string): string | undefined => {
  const own = names[tool];
  const segments = setting.split('.');
  for (let taken = segments.length; taken > 0; taken -= 1) {
    const prefix = segments.slice(0, taken).join('.');
    if (!Object.hasOwn(own, prefix)) continue;
    const name = own[prefix];
    if (typeof name !== 'string') return undefined;
    const folded = name === 'EnabledMfas';
    const rest = folded ? [] : segments.slice(taken);
    return [name, ...(tool === 'Terraform' ? rest.map(snakeCase) : rest)].join('.');
  }
  return tool === 'Terraform' ? segments.map(snakeCase).join('.') : setting;
};
