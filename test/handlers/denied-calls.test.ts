import { describe, expect, it } from 'vitest';
import { onPoolChange } from '../../src/handlers/on-pool-change.ts';
import { anEventFor, batchOf, context } from '../support/a-batch.ts';
import { aGovernedPool } from '../support/a-governed-pool.ts';
import { aLogger } from '../support/a-logger.ts';
import { anOwner } from '../support/an-owner.ts';

/** The handler over a weakened pool, and a call to it that AWS refused. */
const aDeniedCall = async (tellsDenied: boolean) => {
  const governed = await aGovernedPool();
  const { world, pool } = governed;
  const handler = onPoolChange({ world, logger: aLogger().logger, tellsDenied });
  const denied = anEventFor(pool.id, { eventID: 'denied', errorCode: 'AccessDenied' });
  return { ...governed, bring: () => handler(batchOf(denied), context) };
};

describe('a call that AWS refused for want of a permission', () => {
  it('is told with its caller where people want that, under an id by which they hear it once', async () => {
    const { bring, told, pool } = await aDeniedCall(true);

    await bring();
    await bring();

    expect(told).toMatchObject([{ id: 'denied-denied' }, { id: 'denied-denied' }]);
    expect(told[0]).toMatchObject({
      kind: 'ignored',
      pool: { arn: pool.arn },
      causes: [{ call: 'UpdateUserPool', actor: { arn: 'arn:aws:iam::111122223333:user/deployer' } }],
      remarks: [{ kind: 'denied', error: 'AccessDenied' }],
    });
  });

  it('is told to whom the ARN of its pool belongs to', async () => {
    const { world, pool, told } = await aDeniedCall(true);
    const owners = [anOwner(), anOwner({ name: 'identity', pools: { arns: [pool.arn] } })];
    const owned = { ...world, policies: { ...world.policies, owners } };
    const denied = anEventFor(pool.id, { eventID: 'denied', errorCode: 'AccessDenied' });

    await onPoolChange({ world: owned, logger: aLogger().logger, tellsDenied: true })(
      batchOf(denied),
      context,
    );

    expect(told).toMatchObject([{ kind: 'ignored', owners: [{ name: 'identity', claimed: false }] }]);
  });

  it('is never a look', async () => {
    const { bring, ourCalls } = await aDeniedCall(true);

    await bring();

    expect(ourCalls()).toEqual([]);
  });

  it('is told to nobody where nobody asked for that', async () => {
    const { bring, told } = await aDeniedCall(false);

    expect(await bring()).toEqual({ batchItemFailures: [] });
    expect(told).toEqual([]);
  });
});
