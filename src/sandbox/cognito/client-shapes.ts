import { boolean, integer, list, type Members, oneOf, required, structure, text } from './shape.ts';
import { ARN, CLIENT_ID, FREE_TEXT, NAME, URI, USER_POOL_ID } from './texts.ts';

const attributes = list(text(1, 2048));
const timeUnit = oneOf('seconds', 'minutes', 'hours', 'days');

const CLIENT_SETTINGS: Members = {
  RefreshTokenValidity: integer(0, 315360000),
  AccessTokenValidity: integer(1, 86400),
  IdTokenValidity: integer(1, 86400),
  TokenValidityUnits: structure({ AccessToken: timeUnit, IdToken: timeUnit, RefreshToken: timeUnit }),
  ReadAttributes: attributes,
  WriteAttributes: attributes,
  ExplicitAuthFlows: list(
    oneOf(
      'ADMIN_NO_SRP_AUTH',
      'CUSTOM_AUTH_FLOW_ONLY',
      'USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
    ),
  ),
  SupportedIdentityProviders: list(text(1, 32, '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+')),
  CallbackURLs: list(URI, { min: 0, max: 100 }),
  LogoutURLs: list(URI, { min: 0, max: 100 }),
  DefaultRedirectURI: URI,
  AllowedOAuthFlows: list(oneOf('code', 'implicit', 'client_credentials'), { min: 0, max: 3 }),
  AllowedOAuthScopes: list(text(1, 256, '[\\x21\\x23-\\x5B\\x5D-\\x7E]+'), { max: 50 }),
  AllowedOAuthFlowsUserPoolClient: boolean,
  AnalyticsConfiguration: structure({
    ApplicationId: { kind: 'string', pattern: '^[0-9a-fA-F]+$' },
    ApplicationArn: ARN,
    RoleArn: ARN,
    ExternalId: FREE_TEXT,
    UserDataShared: boolean,
  }),
  PreventUserExistenceErrors: oneOf('LEGACY', 'ENABLED'),
  EnableTokenRevocation: boolean,
  EnablePropagateAdditionalUserContextData: boolean,
  AuthSessionValidity: integer(3, 15),
  RefreshTokenRotation: structure({
    Feature: required(oneOf('ENABLED', 'DISABLED')),
    RetryGracePeriodSeconds: integer(0, 60),
  }),
};

export const CREATE_CLIENT: Members = {
  UserPoolId: required(USER_POOL_ID),
  ClientName: required(NAME),
  GenerateSecret: boolean,
  ...CLIENT_SETTINGS,
};

export const UPDATE_CLIENT: Members = {
  UserPoolId: required(USER_POOL_ID),
  ClientId: required(CLIENT_ID),
  ClientName: NAME,
  ...CLIENT_SETTINGS,
};

export const DELETE_CLIENT: Members = {
  UserPoolId: required(USER_POOL_ID),
  ClientId: required(CLIENT_ID),
};
