import { DeleteUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { consider, enforce } from '../src/enforce.ts';
import type { Owner } from '../src/policy/owner.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { aPolicySet } from './support/a-policy.ts';
import { anOwner } from './support/an-owner.ts';

const day = 24 * 60 * 60 * 1000;

/** A pool that its tags call the checkout team's, looked at once. */
const aTaggedPool = async (owners: (arn: string) => readonly Owner[] = () => [anOwner()]) => {
  const governed = await aGovernedPool({
    create: { UserPoolTags: { team: 'checkout' }, DeletionProtection: 'INACTIVE' },
  });
  const { clock, change, developer, pool } = governed;
  const world = { ...governed.world, policies: aPolicySet({ owners: owners(pool.arn) }) };
  const look = (eventId: string, call = {}) =>
    enforce(world, pool, [aCall({ eventId, eventTime: clock.now().toISOString(), ...call })]);
  return {
    ...governed,
    world,
    look,
    first: await look('seen'),
    weaken: (UserPoolTags: Record<string, string>) =>
      change({ ...passwordsWith({ MinimumLength: 8 }), UserPoolTags }),
    remove: () => developer.send(new DeleteUserPoolCommand({ UserPoolId: pool.id })),
  };
};

describe('the owners of a pool', () => {
  it('are claimed where its tags name them, and certain where its ARN does', async () => {
    const { first } = await aTaggedPool((arn) => [
      anOwner(),
      anOwner({ name: 'identity', pools: { arns: [arn] } }),
    ]);

    expect(first.owners).toEqual([
      { name: 'identity', claimed: false },
      { name: 'checkout-team', claimed: true },
    ]);
  });

  it('are no part of an outcome where there are none', async () => {
    const { first } = await aTaggedPool(() => []);

    expect(first).not.toHaveProperty('owners');
  });

  it('are those of a plan too, which remembers nothing', async () => {
    const { world, pool } = await aTaggedPool();

    expect((await consider(world, pool, [])).owners).toEqual([{ name: 'checkout-team', claimed: true }]);
  });
});

describe('whoever takes the tags away in the call that weakens a pool', () => {
  it('silences no owner: those who were named are told for 30 days', async () => {
    const { clock, look, weaken } = await aTaggedPool();
    const lastClaimedAt = clock.now().toISOString();
    clock.pass(day);
    await weaken({ team: 'somebody-else' });

    expect(await look('untagged')).toMatchObject({
      kind: 'remediated',
      owners: [{ name: 'checkout-team', claimed: true, lastClaimedAt }],
    });
    clock.pass(28 * day);
    expect((await look('later')).owners).toEqual([{ name: 'checkout-team', claimed: true, lastClaimedAt }]);
    clock.pass(day);
    expect(await look('at-last')).not.toHaveProperty('owners');
  });

  it('silences none by untagging first and weakening later', async () => {
    const { clock, change, look, weaken } = await aTaggedPool();
    const lastClaimedAt = clock.now().toISOString();
    clock.pass(day);
    await change({ UserPoolTags: {} });
    await look('untagged');
    clock.pass(day);
    await weaken({});

    expect((await look('weakened')).owners).toEqual([
      { name: 'checkout-team', claimed: true, lastClaimedAt },
    ]);
  });
});

describe('a pool that is gone', () => {
  it('is told to those whom it belonged to, as far as anybody knows', async () => {
    const { clock, look, remove } = await aTaggedPool((arn) => [
      anOwner(),
      anOwner({ name: 'identity', pools: { arns: [arn] } }),
    ]);
    const lastClaimedAt = clock.now().toISOString();
    clock.pass(day);
    await remove();

    expect(await look('deleted', { call: 'DeleteUserPool' })).toMatchObject({
      kind: 'gone',
      owners: [
        { name: 'identity', claimed: false },
        { name: 'checkout-team', claimed: true, lastClaimedAt },
      ],
    });
  });
});

describe('what a sweep notes of a pool', () => {
  it('has its owners, for the digest', async () => {
    const { world, pool, ledgers, clock } = await aTaggedPool();

    await enforce(world, pool, [{ kind: 'sweep', sweep: 'it', eventTime: clock.now().toISOString() }]);

    expect(await Array.fromAsync(ledgers.book.notes('it'))).toMatchObject([
      { pool: { arn: pool.arn }, owners: [{ name: 'checkout-team', claimed: true }] },
    ]);
  });
});
