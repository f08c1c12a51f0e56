import { type Refused, refused } from './answer.ts';
import type { Call } from './call.ts';
import type { WireRequest, WireResponse } from './http-server.ts';
import type { Identities } from './identity.ts';
import { readSignature } from './signature.ts';
import { takeCall, type World } from './take-call.ts';
import { readRequest, writeAnswer } from './wire.ts';

/** Turns a wire request into a call, has it taken, and turns the outcome into a wire response. */
export async function answerRequest(
  world: World,
  identities: Identities,
  now: () => Date,
  request: WireRequest,
): Promise<WireResponse> {
  const requestId = world.newId();
  const unread = (refusal: Refused) =>
    writeAnswer({ service: 'cognito-idp', operation: '' }, refusal, requestId);
  if (request.tooLarge)
    return unread(refused('RequestEntityTooLargeException', 'The request is too large', 413));
  const { authorization } = request.headers;
  if (authorization === undefined)
    return unread(refused('MissingAuthenticationTokenException', 'Missing Authentication Token'));
  const signature = readSignature(authorization);
  if (!signature) {
    return unread(
      refused(
        'IncompleteSignatureException',
        'Authorization header requires a complete SigV4 credential scope',
      ),
    );
  }
  const read = readRequest(request, signature.service);
  if ('kind' in read) return unread(read);
  const call: Call = {
    ...read,
    region: signature.region,
    accessKeyId: signature.accessKeyId,
    identity: identities.of(signature.accessKeyId),
    userAgent: request.headers['user-agent'] ?? '',
    sourceIpAddress: request.sourceIpAddress,
    requestId,
    at: now(),
  };
  const told = await takeCall(world, call);
  return told.kind === 'lost' ? told : writeAnswer(read, told, requestId);
}
