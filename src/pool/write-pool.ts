import {
  type CognitoIdentityProviderClient,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { PoolUnreachableError } from './errors.ts';
import { hideQuotedValues } from './hide-quoted-values.ts';
import type { PoolRef } from './pool-ref.ts';
import type { UserPoolWrite, WriteResult } from './pools.ts';

/**
 * Sends one UpdateUserPool or SetUserPoolMfaConfig whose body is `request` to the letter: the SDK signs, transports and names
 * errors, but its serializer, which drops members that it doesn't know, is overruled.
 * @param client a client with `maxAttempts: 1`: a retry of an old body could undo somebody's change
 * @throws PoolUnreachableError where our credentials aren't valid: nothing is known of the pool then
 * @param outcomeId appears in the user agent as `cognito-lifeguard/<outcomeId>`
 */
export const writePool = async (
  client: CognitoIdentityProviderClient,
  pool: PoolRef,
  { operation, request }: UserPoolWrite,
  outcomeId: string,
): Promise<WriteResult> => {
  const input = { UserPoolId: pool.id };
  // Both stacks have the same shape; the compiler can't call a method of a union of generics.
  const command = (
    operation === 'UpdateUserPool' ? new UpdateUserPoolCommand(input) : new SetUserPoolMfaConfigCommand(input)
  ) as UpdateUserPoolCommand;
  command.middlewareStack.add(
    (next) => (args) => {
      const body = Buffer.from(JSON.stringify({ ...request, UserPoolId: pool.id }));
      const http = args.request as { body: Uint8Array; headers: Record<string, string> };
      http.body = body;
      http.headers['content-length'] = String(body.byteLength);
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      for (const header of ['user-agent', 'x-amz-user-agent'])
        if (headers[header] !== undefined) headers[header] += ` cognito-lifeguard/${outcomeId}`;
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'outcomeInUserAgent' },
  );
  try {
    await client.send(command);
    return { kind: 'written' };
  } catch (error) {
    return classify(error, pool);
  }
};

/** AWS's exceptions by what they mean for the next step. Source: the service model's error lists of both calls. */
const busy = ['ConcurrentModificationException', 'TooManyRequestsException', 'ThrottlingException'];
const denied = ['AccessDeniedException', 'NotAuthorizedException'];
const badCredentials = [
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'UnrecognizedClientException',
  'CredentialsProviderError',
];

const classify = (thrown: unknown, pool: PoolRef): WriteResult => {
  const failure = thrown as { name?: string; message?: string; $metadata?: { httpStatusCode?: number } };
  const error = failure.name ?? 'Error';
  const message = failure.message ?? String(thrown);
  const status = failure.$metadata?.httpStatusCode ?? 500;
  if (badCredentials.includes(error)) throw new PoolUnreachableError('write', pool, thrown);
  if (error === 'ResourceNotFoundException') return { kind: 'gone' };
  if (busy.includes(error)) return { kind: 'busy', error };
  if (denied.includes(error)) return { kind: 'denied', error, message };
  if (status >= 500) return { kind: 'unknown', error: `${error}: ${hideQuotedValues(message)}` };
  return { kind: 'refused', error, message };
};
