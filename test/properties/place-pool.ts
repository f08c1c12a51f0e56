import type { JsonObject } from '../../src/pool/json.ts';
import type { PoolRef } from '../../src/pool/pool-ref.ts';
import type { Semantics } from '../../src/sandbox/cognito/semantics.ts';
import type { PoolConditions, StoredPool, UserPools } from '../../src/sandbox/cognito/user-pools.ts';
import type { Faults } from '../../src/sandbox/faults.ts';
import { inProcessCognito, refOf, region } from './a-cognito.ts';
import type { Condition, FutureMember, PoolPlan } from './arbitrary-pool.ts';

const ofCondition: { readonly [name in Condition]?: Partial<PoolConditions> } = {
  'no-trust': { smsRole: 'no-trust' },
  'no-access': { smsRole: 'no-access' },
  import: { importInProgress: true },
  replica: { secondaryReplica: true },
  'tier-locked': { tierLocked: true },
};

/** A role can be broken only where there is one. */
const conditionsOf = ({ condition, settings }: PoolPlan): Partial<PoolConditions> =>
  condition.startsWith('no-') && settings.SmsConfiguration === undefined
    ? {}
    : (ofCondition[condition] ?? {});

const deniedCall: { readonly [name in Condition]?: string } = {
  'update-denied': 'UpdateUserPool',
  'mfa-denied': 'SetUserPoolMfaConfig',
};

const birth = () => new Date(0);

/**
 * Makes a pool by the calls that its owners would make.
 * @throws where AWS refuses what the generator holds to be a pool that AWS has
 */
export const makePool = (plan: PoolPlan, semantics: Semantics): StoredPool => {
  const { call, pools } = inProcessCognito(semantics, birth);
  const created = call('CreateUserPool', { PoolName: 'a-pool', ...plan.settings });
  if (created.kind === 'refused')
    throw new Error(`The generator made a pool that AWS refuses: ${created.message}`);
  const [{ id } = { id: '' }] = pools.list(region);
  plan.mfa.some((body) => call('SetUserPoolMfaConfig', { UserPoolId: id, ...body }).kind === 'answered');
  const born = pools.get(region, id);
  if (!born) throw new Error(`${id} is gone.`);
  const { AccountRecoverySetting, ...rest } = {
    ...born.settings,
    ...plan.overwritten,
  } as typeof born.settings;
  const recovery =
    plan.withoutRecovery || AccountRecoverySetting === undefined ? {} : { AccountRecoverySetting };
  return {
    ...born,
    settings: { ...rest, ...recovery },
    conditions: { ...born.conditions, ...conditionsOf(plan) },
  };
};

/** Puts a pool into a Cognito, with its members from the future and what may not be done with it. */
export const placePool = (
  { pools, faults }: { readonly pools: UserPools; readonly faults: Faults },
  stored: StoredPool,
  { future, condition }: Pick<PoolPlan, 'future' | 'condition'>,
): PoolRef => {
  pools.put(stored);
  for (const member of future) faults.add({ kind: 'future-member', poolId: stored.id, ...member });
  const operation = deniedCall[condition];
  if (operation) faults.add({ kind: 'access-denied', operation, poolId: stored.id });
  return refOf(stored.id);
};

/** A pool on its own in a Cognito of the same semantics: whatever is tried there leaves the first one alone. */
export const forkPool = (stored: StoredPool, future: readonly FutureMember[], semantics: Semantics) => {
  const fork = inProcessCognito(semantics, birth);
  const pool = placePool(fork, stored, { future, condition: 'none' });
  return {
    pool,
    read: async () => {
      const read = await fork.door.read(pool);
      if (read.kind === 'gone') throw new Error(`${pool.id} is gone.`);
      return read.snapshot;
    },
    write: (operation: 'UpdateUserPool' | 'SetUserPoolMfaConfig', request: JsonObject) =>
      fork.door.write(pool, { operation, request }, 'forced'),
  };
};
