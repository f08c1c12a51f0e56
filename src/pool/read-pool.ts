import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { PoolUnreachableError } from './errors.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { PoolRef } from './pool-ref.ts';
import type { ReadResult } from './pools.ts';
import { rawAnswer } from './raw-answer.ts';

/**
 * Looks at a pool: DescribeUserPool and GetUserPoolMfaConfig side by side, both kept as raw JSON.
 * @param now the clock
 * @throws PoolUnreachableError where AWS gives no answer, or none that holds a user pool
 */
export const readPool = async (
  client: CognitoIdentityProviderClient,
  pool: PoolRef,
  now: () => Date,
): Promise<ReadResult> => {
  try {
    const takenAt = now().toISOString();
    const answers: string[] = [];
    const dated = async (answer: Promise<JsonObject>): Promise<JsonObject> => {
      const json = await answer;
      answers.push(now().toISOString());
      return json;
    };
    const [{ UserPool: userPool }, mfaConfig] = await Promise.all([
      dated(rawAnswer(client, new DescribeUserPoolCommand({ UserPoolId: pool.id }))),
      dated(rawAnswer(client, new GetUserPoolMfaConfigCommand({ UserPoolId: pool.id }))),
    ]);
    const [answeredAt = takenAt] = answers;
    if (!isJsonObject(userPool)) throw new Error('DescribeUserPool answered without a UserPool.');
    return { kind: 'snapshot', snapshot: { pool, userPool, mfaConfig, takenAt, answeredAt } };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { kind: 'gone' };
    throw new PoolUnreachableError('read', pool, error);
  }
};
