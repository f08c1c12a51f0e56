import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/pool/json.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aCognito, aServerThatAnswers, somePool, update } from './a-cognito.ts';

const request: JsonObject = {
  UserPoolId: somePool.id,
  PoolName: 'checkout – prüfen',
  QuantumConfiguration: { Level: 3, Empty: {}, Text: '', Nothing: null, List: [{ Deep: [] }] },
  Policies: { PasswordPolicy: { MinimumLength: 14, MinimumEntropy: 40 } },
  AutoVerifiedAttributes: [],
};

describe('writing a pool', () => {
  it('sends our body to the letter, members that the SDK does not know included', async () => {
    const { pools, requests } = await aServerThatAnswers(200, '{}');

    expect(await update(pools, somePool, request, 'an-outcome')).toEqual({ kind: 'written' });

    expect(requests.map(({ body }) => JSON.parse(body))).toEqual([request]);
    expect(requests[0]?.headers['content-length']).toBe(String(Buffer.byteLength(requests[0]?.body ?? '')));
    expect(requests[0]?.headers['x-amz-target']).toBe('AWSCognitoIdentityProviderService.UpdateUserPool');
  });

  it('writes to the pool that it was told, whatever the body names', async () => {
    const { pools, requests } = await aServerThatAnswers(200, '{}');

    await update(pools, somePool, { ...request, UserPoolId: 'eu-west-1_Other' }, 'an-outcome');

    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ UserPoolId: somePool.id });
  });

  it('signs the body that it sends', async () => {
    const { pools, requests } = await aServerThatAnswers(200, '{}');

    await update(pools, somePool, request, 'an-outcome');

    const { authorization } = requests[0]?.headers ?? {};
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIALIFEGUARD\/\d{8}\/eu-west-1\/cognito-idp\//,
    );
    expect(authorization).toMatch(/SignedHeaders=[^,]*content-length;/);
  });

  it('is seen by AWS with members from the future, and keeps them', async () => {
    const { sandbox, pools, pool, calls } = await aCognito();
    sandbox.faults.add({ kind: 'future-member', path: 'QuantumConfiguration', value: { Level: 3 } });

    const result = await update(
      pools,
      pool,
      { PoolName: 'a-pool', QuantumConfiguration: { Level: 5 } },
      'an-outcome',
    );

    expect(result).toEqual({ kind: 'written' });
    expect(calls()).toMatchObject([
      {
        operation: 'UpdateUserPool',
        input: { UserPoolId: pool.id, PoolName: 'a-pool', QuantumConfiguration: { Level: 5 } },
        ignoredMembers: [],
      },
    ]);
    expect(await pools.read(pool)).toMatchObject({
      snapshot: { userPool: { QuantumConfiguration: { Level: 5 } } },
    });
  });

  it('names the outcome in the user agent, which CloudTrail records', async () => {
    const { sandbox, pools, pool } = await aCognito();

    await update(pools, pool, { PoolName: 'a-pool' }, '9f2c41d0');

    expect(sandbox.trail.at(-1)?.userAgent).toMatch(/ cognito-lifeguard\/9f2c41d0$/);
  });
});

describe('what AWS answers to a write', () => {
  it.each([
    ['ConcurrentModificationException', 400, 'busy'],
    ['TooManyRequestsException', 400, 'busy'],
    ['ThrottlingException', 400, 'busy'],
    ['AccessDeniedException', 400, 'denied'],
    ['NotAuthorizedException', 400, 'denied'],
    ['ResourceNotFoundException', 400, 'gone'],
    ['InternalErrorException', 500, 'unknown'],
    ['ServiceUnavailable', 503, 'unknown'],
    ['InvalidParameterException', 400, 'refused'],
    ['FeatureUnavailableInTierException', 400, 'refused'],
    ['UserImportInProgressException', 400, 'refused'],
    ['ExceptionOfTomorrow', 400, 'refused'],
  ])('is read: %s with status %i is %s, after one attempt', async (name, status, kind) => {
    const body = JSON.stringify({ __type: name, message: 'The reason.' });
    const { pools, requests } = await aServerThatAnswers(status, body, name);

    const result = await update(pools, somePool, request, 'an-outcome');

    expect(result.kind).toBe(kind);
    expect('error' in result ? result.error : name).toContain(name);
    expect(requests).toHaveLength(1);
  });

  it.each(['UnrecognizedClientException', 'ExpiredTokenException', 'InvalidSignatureException'])(
    'is an exception where our credentials aren’t valid: %s',
    async (name) => {
      const body = JSON.stringify({ __type: name, message: 'The reason.' });
      const { pools } = await aServerThatAnswers(400, body, name);

      await expect(update(pools, somePool, request, 'an-outcome')).rejects.toThrow(
        `Can't write user pool ${somePool.id} in ${somePool.region}: ${name}: The reason.`,
      );
    },
  );

  it.each(['denied', 'refused'])('keeps AWS’s words where the write is %s', async (kind) => {
    const name = kind === 'denied' ? 'AccessDeniedException' : 'InvalidParameterException';
    const body = JSON.stringify({ __type: name, message: 'The reason.' });
    const { pools } = await aServerThatAnswers(400, body, name);

    const result = await update(pools, somePool, request, 'an-outcome');

    expect(result).toEqual({ kind, error: name, message: 'The reason.' });
  });

  it.each([
    ['InternalErrorException', 500],
    ['UnrecognizedClientException', 400],
  ])('is told without the values that it quotes, where it is no plain refusal: %s', async (name, status) => {
    const body = JSON.stringify({ __type: name, message: "Value 's3cret' is wrong." });
    const { pools } = await aServerThatAnswers(status, body, name);

    const result = await update(pools, somePool, request, 'an-outcome').catch((error: Error) => ({
      error: error.message,
    }));

    expect(result).toMatchObject({ error: expect.stringContaining(`${name}: Value (hidden) is wrong.`) });
  });

  it('is unknown where the answer was lost, after one attempt', async () => {
    const { sandbox, pools, pool, calls } = await aCognito();
    sandbox.faults.add({ kind: 'lost-response', operation: 'UpdateUserPool', times: 9 });

    const result = await update(pools, pool, { PoolName: 'a-pool' }, 'an-outcome');

    expect(result.kind).toBe('unknown');
    expect(calls()).toHaveLength(1);
  });

  it('is gone for a pool that AWS does not know', async () => {
    const { pools } = await aCognito();
    const gone = poolRef('111122223333', 'eu-west-1', 'eu-west-1_Gone');

    expect(await update(pools, gone, { PoolName: 'a-pool' }, 'an-outcome')).toEqual({ kind: 'gone' });
  });
});
