import { CREATE_CLIENT, DELETE_CLIENT, UPDATE_CLIENT } from './client-shapes.ts';
import { CREATION_SETTINGS } from './creation-shapes.ts';
import { POOL_SETTINGS, SMS_CONFIGURATION } from './pool-shapes.ts';
import { SET_RISK } from './risk-shapes.ts';
import { boolean, integer, list, type Members, map, oneOf, required, structure, text } from './shape.ts';
import {
  ARN,
  EMAIL_MESSAGE,
  EMAIL_SUBJECT,
  NAME,
  SMS_MESSAGE,
  TAG_KEY,
  TAG_VALUE,
  USER_POOL_ID,
} from './texts.ts';

const poolId: Members = { UserPoolId: required(USER_POOL_ID) };

const setMfa: Members = {
  ...poolId,
  SmsMfaConfiguration: structure({
    SmsAuthenticationMessage: SMS_MESSAGE,
    SmsConfiguration: SMS_CONFIGURATION,
  }),
  SoftwareTokenMfaConfiguration: structure({ Enabled: boolean }),
  EmailMfaConfiguration: structure({ Message: EMAIL_MESSAGE, Subject: EMAIL_SUBJECT }),
  MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
  WebAuthnConfiguration: structure({
    RelyingPartyId: text(1, 127),
    UserVerification: oneOf('required', 'preferred'),
    FactorConfiguration: oneOf('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'),
  }),
};

/** Every request that the sandbox's Cognito takes, by operation. */
export const REQUEST_SHAPES = {
  CreateUserPool: { ...POOL_SETTINGS, ...CREATION_SETTINGS, PoolName: required(NAME) },
  DescribeUserPool: poolId,
  UpdateUserPool: { ...poolId, ...POOL_SETTINGS },
  DeleteUserPool: poolId,
  ListUserPools: {
    NextToken: { kind: 'string', min: 1, pattern: '[\\S]+' },
    MaxResults: required(integer(1, 60)),
  },
  GetUserPoolMfaConfig: poolId,
  SetUserPoolMfaConfig: setMfa,
  TagResource: { ResourceArn: required(ARN), Tags: required(map(TAG_KEY, TAG_VALUE)) },
  UntagResource: { ResourceArn: required(ARN), TagKeys: required(list(TAG_KEY)) },
  ListTagsForResource: { ResourceArn: required(ARN) },
  CreateUserPoolClient: CREATE_CLIENT,
  UpdateUserPoolClient: UPDATE_CLIENT,
  DeleteUserPoolClient: DELETE_CLIENT,
  SetRiskConfiguration: SET_RISK,
} satisfies { readonly [operation: string]: Members };

export type CognitoOperation = keyof typeof REQUEST_SHAPES;
