import { Readable } from 'node:stream';
import type {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { JsonObject } from './json.ts';

/**
 * Sends a command and gives the answer's JSON as it came. The SDK's own deserializer drops every member
 * that its model doesn't know, at every depth (tried on 3.936 to 3.1169), so what it returns must not be
 * sent back.
 * @throws what the SDK throws
 */
export const rawAnswer = async (
  client: CognitoIdentityProviderClient,
  command: DescribeUserPoolCommand | GetUserPoolMfaConfigCommand,
): Promise<JsonObject> => {
  let raw = '{}';
  // Both stacks have the same shape; the compiler can't call a method of a union of generics.
  const described = command as DescribeUserPoolCommand;
  described.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body: AsyncIterable<Uint8Array> };
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      raw = bytes.toString('utf8');
      response.body = Readable.from([bytes]);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  await client.send(described);
  return JSON.parse(raw) as JsonObject;
};
