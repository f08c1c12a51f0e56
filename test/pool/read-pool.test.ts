import { describe, expect, it } from 'vitest';
import { PoolUnreachableError } from '../../src/pool/errors.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aCognito, aServerThatAnswers, somePool } from './a-cognito.ts';

const future = { Level: 3, Empty: {}, Text: '', Nothing: null, List: [{ Deep: [] }] };

describe('reading a pool', () => {
  it('asks DescribeUserPool and GetUserPoolMfaConfig once each, and dates the look by its beginning', async () => {
    const { pools, pool, calls } = await aCognito();

    const read = await pools.read(pool);

    expect(read).toMatchObject({
      kind: 'snapshot',
      snapshot: {
        pool,
        userPool: { Id: pool.id, Name: 'checkout-production' },
        mfaConfig: { MfaConfiguration: 'OPTIONAL' },
        takenAt: '2026-11-23T10:00:00.000Z',
      },
    });
    expect(
      calls()
        .map(({ operation }) => operation)
        .toSorted(),
    ).toEqual(['DescribeUserPool', 'GetUserPoolMfaConfig']);
  });

  it('keeps members that the SDK does not know, at every depth', async () => {
    const { sandbox, pools, pool } = await aCognito();
    for (const path of [
      'QuantumConfiguration',
      'Policies.PasswordPolicy.MinimumEntropy',
      'LambdaConfig.PreTokenGenerationConfig.Later',
      'AccountRecoverySetting.RecoveryMechanisms[].Later',
    ])
      sandbox.faults.add({ kind: 'future-member', path, value: future });
    sandbox.faults.add({
      kind: 'future-member',
      path: 'PushMfaConfiguration',
      value: future,
      writtenBy: 'SetUserPoolMfaConfig',
    });

    const read = await pools.read(pool);

    expect(read).toMatchObject({
      snapshot: {
        userPool: {
          QuantumConfiguration: future,
          Policies: { PasswordPolicy: { MinimumEntropy: future } },
          LambdaConfig: { PreTokenGenerationConfig: { Later: future } },
          AccountRecoverySetting: { RecoveryMechanisms: [{ Later: future }, { Later: future }] },
        },
        mfaConfig: { PushMfaConfiguration: future },
      },
    });
  });

  it('keeps dates as the numbers that AWS sent', async () => {
    const { pools, pool } = await aCognito();

    const read = await pools.read(pool);

    expect(read.kind === 'snapshot' && read.snapshot.userPool.CreationDate).toBe(
      Date.parse('2026-11-23T10:00:00Z') / 1000,
    );
  });

  it('gives the answer of the attempt that succeeded, where one before it was throttled', async () => {
    const { sandbox, pools, pool, calls } = await aCognito();
    sandbox.faults.add({ kind: 'throttle', operation: 'DescribeUserPool' });

    const read = await pools.read(pool);

    expect(read).toMatchObject({ snapshot: { userPool: { Id: pool.id } } });
    expect(calls().filter(({ operation }) => operation === 'DescribeUserPool')).toHaveLength(2);
  });

  it('finds a pool gone that AWS does not know', async () => {
    const { pools } = await aCognito();

    expect(await pools.read(poolRef('111122223333', 'eu-west-1', 'eu-west-1_Gone'))).toEqual({
      kind: 'gone',
    });
  });
});

describe('a pool that can’t be read', () => {
  it.each(['DescribeUserPool', 'GetUserPoolMfaConfig'])(
    'is named in the error, with AWS’s own words, where %s is not allowed',
    async (operation) => {
      const { sandbox, pools, pool } = await aCognito();
      sandbox.faults.add({ kind: 'access-denied', operation });

      const reading = pools.read(pool);

      await expect(reading).rejects.toBeInstanceOf(PoolUnreachableError);
      await expect(reading).rejects.toMatchObject({
        pool,
        error: 'AccessDeniedException',
        message: expect.stringMatching(
          `^Can't read user pool ${pool.id} in eu-west-1: AccessDeniedException: .+cognito-idp:${operation}`,
        ),
      });
    },
  );

  it('is not taken for a pool without settings where the answer holds no UserPool', async () => {
    const { pools } = await aServerThatAnswers(200, '{}');

    await expect(pools.read(somePool)).rejects.toThrow('DescribeUserPool answered without a UserPool.');
  });

  it('is an error where the answer isn’t JSON', async () => {
    const { pools } = await aServerThatAnswers(200, '<html>');

    await expect(pools.read(somePool)).rejects.toBeInstanceOf(PoolUnreachableError);
  });
});
