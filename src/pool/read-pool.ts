import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { PoolUnreachableError } from './errors.ts';
import { isJsonObject } from './json.ts';
import type { PoolRef } from './pool-ref.ts';
import type { ReadResult } from './pools.ts';
import { rawAnswer } from './raw-answer.ts';

/**
 * Looks at a pool: DescribeUserPool and GetUserPoolMfaConfig side by side, both kept as raw JSON.
 * @param takenAt the time of the look, ISO 8601 UTC
 * @throws PoolUnreachableError where AWS gives no answer, or none that holds a user pool
 */
export const readPool = async (
  client: CognitoIdentityProviderClient,
  pool: PoolRef,
  takenAt: string,
): Promise<ReadResult> => {
  try {
    const [{ UserPool: userPool }, mfaConfig] = await Promise.all([
      rawAnswer(client, new DescribeUserPoolCommand({ UserPoolId: pool.id })),
      rawAnswer(client, new GetUserPoolMfaConfigCommand({ UserPoolId: pool.id })),
    ]);
    if (!isJsonObject(userPool)) throw new Error('DescribeUserPool answered without a UserPool.');
    return { kind: 'snapshot', snapshot: { pool, userPool, mfaConfig, takenAt } };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { kind: 'gone' };
    throw new PoolUnreachableError('read', pool, error);
  }
};
