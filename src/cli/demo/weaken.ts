import {
  type CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { aRealisticPool } from './a-realistic-pool.ts';

/** Creates a pool and gives its id. */
export const createPool = async (
  client: CognitoIdentityProviderClient,
  input: CreateUserPoolCommandInput,
): Promise<string> => {
  const { UserPool } = await client.send(new CreateUserPoolCommand(input));
  if (!UserPool?.Id) throw new Error('CreateUserPool answered without an id.');
  return UserPool.Id;
};

/** The complete update of somebody who knows the API, and who weakens the realistic pool in five places. */
export const weakening = (id: string): UpdateUserPoolCommandInput => {
  const { UsernameAttributes, ...pool } = aRealisticPool;
  return {
    ...pool,
    UserPoolId: id,
    Policies: {
      ...pool.Policies,
      PasswordPolicy: {
        ...pool.Policies?.PasswordPolicy,
        MinimumLength: 8,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 30,
      },
    },
    UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_phone_number' },
        { Priority: 2, Name: 'verified_email' },
      ],
    },
  };
};

/** Updates a pool. */
export const updatePool = async (
  client: CognitoIdentityProviderClient,
  input: UpdateUserPoolCommandInput,
): Promise<void> => {
  await client.send(new UpdateUserPoolCommand(input));
};
