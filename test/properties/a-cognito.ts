import type { Json, JsonObject } from '../../src/pool/json.ts';
import { type PoolRef, poolRef } from '../../src/pool/pool-ref.ts';
import type { Pools, WriteResult } from '../../src/pool/pools.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import type { Call } from '../../src/sandbox/call.ts';
import { runCognito } from '../../src/sandbox/cognito/cognito.ts';
import { createFutureMembers } from '../../src/sandbox/cognito/future-members.ts';
import type { Semantics } from '../../src/sandbox/cognito/semantics.ts';
import { createUserPools, type UserPools } from '../../src/sandbox/cognito/user-pools.ts';
import { createFaults, type Faults } from '../../src/sandbox/faults.ts';
import { createIdentities } from '../../src/sandbox/identity.ts';
import { denied } from '../../src/sandbox/injected-refusal.ts';

export const region = 'eu-west-1';
export const accountId = '111122223333';

/** A Cognito with nothing on the way to it: the sandbox's own operations, called without its HTTP server. */
export interface InProcessCognito {
  readonly pools: UserPools;
  readonly faults: Faults;
  readonly door: Pools;
  readonly call: (operation: string, input: JsonObject) => Answer;
}

const identity = createIdentities(accountId).of('AKIATEST');
let created = 0;

/** @param now the clock that dates what is written */
export const inProcessCognito = (semantics: Semantics, now: () => Date): InProcessCognito => {
  const pools = createUserPools();
  const futureMembers = createFutureMembers();
  const faults = createFaults(pools, futureMembers);
  const newId = (): string => {
    created += 1;
    return `pool${String(created).padStart(9, '0')}`;
  };
  const world = { accountId, pools, futureMembers, semantics, newId };
  const call = (operation: string, input: JsonObject): Answer => {
    const made: Call = {
      service: 'cognito-idp',
      operation,
      region,
      accessKeyId: 'AKIATEST',
      identity,
      userAgent: '',
      sourceIpAddress: '127.0.0.1',
      requestId: '',
      at: now(),
      input: onTheWire(input),
    };
    const { UserPoolId: poolId } = input;
    return faults.strike('access-denied', made, String(poolId))
      ? denied(made, accountId)
      : runCognito(world, made).answer;
  };
  return { pools, faults, call, door: doorTo(call, now) };
};

type WireObject = Call['input'];

/** What is left of a value once it has been text: no `undefined`, and nothing shared with whoever sent it. */
const onTheWire = (value: JsonObject): WireObject => JSON.parse(JSON.stringify(value)) as WireObject;

const doorTo = (call: InProcessCognito['call'], now: () => Date): Pools => {
  const read = (operation: string, pool: PoolRef): JsonObject => {
    const answer = call(operation, { UserPoolId: pool.id });
    if (answer.kind === 'refused') throw new Error(`${operation}: ${answer.code}: ${answer.message}`);
    return onTheWire(answer.body);
  };
  return {
    read: async (pool) => {
      const { UserPool: userPool } = read('DescribeUserPool', pool) as { readonly UserPool: JsonObject };
      const mfaConfig = read('GetUserPoolMfaConfig', pool);
      const takenAt = now().toISOString();
      return { kind: 'snapshot', snapshot: { pool, userPool, mfaConfig, takenAt, answeredAt: takenAt } };
    },
    write: async (_, { operation, request }) => resultOf(call(operation, request)),
    list: async function* () {},
    page: async () => ({ ids: [] }),
  };
};

const resultOf = (answer: Answer): WriteResult => {
  if (answer.kind === 'answered') return { kind: 'written' };
  const { code: error, message } = answer;
  return { kind: error === 'AccessDeniedException' ? 'denied' : 'refused', error, message };
};

/** The pool of an id. */
export const refOf = (id: Json | undefined): PoolRef => poolRef(accountId, region, String(id));
