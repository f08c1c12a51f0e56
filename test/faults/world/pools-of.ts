import { PoolUnreachableError } from '../../../src/pool/errors.ts';
import { isJsonObject, type JsonObject } from '../../../src/pool/json.ts';
import type { PoolRef } from '../../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import type { Pools, WriteResult } from '../../../src/pool/pools.ts';
import type { Caller, CognitoAnswer, CognitoInTime } from './cognito-in-time.ts';
import type { Life } from './life.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How our calls are signed. */
export const ourKey = 'AKIALIFEGUARD';

/** Whoever follows what a process does with pools. */
export interface Watching {
  /** Told of each look that came back. */
  readonly onRead: (snapshot: PoolSnapshot) => void;
  /** Told before a write leaves the process, and when its answer would come. */
  readonly onWriting: (pool: PoolRef, outcomeId: string) => () => void;
}

/** The door to Cognito of one process, as the one of the SDK: the two reads of a look side by side, errors by name. */
export const poolsOf = (
  cognito: CognitoInTime,
  time: VirtualTime,
  life: Life,
  { onRead, onWriting }: Watching,
): Pools => {
  const reader: Caller = { accessKeyId: ourKey, userAgent: 'aws-sdk-js/3' };
  const list: Pools['page'] = async (region, { size = 60, from } = {}) => {
    const page = { MaxResults: size, ...(from !== undefined && { NextToken: from }) };
    const answer = await cognito.call(reader, 'ListUserPools', page, region);
    const body = bodyOf(answer);
    const ids = Array.isArray(body.UserPools)
      ? body.UserPools.map((pool: JsonObject) => String(pool.Id))
      : [];
    return { ids, ...(typeof body.NextToken === 'string' && { next: body.NextToken }) };
  };
  const page: Pools['page'] = (region, options) => life.step('list', () => list(region, options));
  return {
    page,
    list: async function* (region) {
      for (let from: string | undefined, isFirst = true; isFirst || from !== undefined; isFirst = false) {
        const { ids, next } = await page(region, from === undefined ? {} : { from });
        yield* ids;
        from = next;
      }
    },
    read: (pool) =>
      life.step('read', async () => {
        try {
          const takenAt = time.now().toISOString();
          const answers: string[] = [];
          const ask = async (operation: string): Promise<JsonObject> => {
            const body = bodyOf(await cognito.call(reader, operation, { UserPoolId: pool.id }, pool.region));
            answers.push(time.now().toISOString());
            return body;
          };
          const [{ UserPool: userPool = null }, mfaConfig] = await Promise.all([
            ask('DescribeUserPool'),
            ask('GetUserPoolMfaConfig'),
          ]);
          if (!isJsonObject(userPool)) throw new Error('no pool');
          const snapshot = { pool, userPool, mfaConfig, takenAt, answeredAt: answers[0] ?? takenAt };
          onRead(snapshot);
          return { kind: 'snapshot', snapshot } as const;
        } catch (error) {
          if (error instanceof Error && error.name === 'ResourceNotFoundException') return { kind: 'gone' };
          throw new PoolUnreachableError('read', pool, error);
        }
      }),
    write: (pool, { operation, request }, outcomeId) =>
      life.step('write', async () => {
        const done = onWriting(pool, outcomeId);
        const writer = { ...reader, userAgent: `${reader.userAgent} cognito-lifeguard/${outcomeId}` };
        const answer = await cognito.call(
          writer,
          operation,
          { ...request, UserPoolId: pool.id },
          pool.region,
        );
        done();
        return resultOf(answer);
      }),
  };
};

const bodyOf = (answer: CognitoAnswer): JsonObject => {
  if (answer.kind === 'answered') return JSON.parse(JSON.stringify(answer.body)) as JsonObject;
  const error = new Error(answer.kind === 'lost' ? 'no answer' : answer.message);
  error.name = answer.kind === 'lost' ? 'TimeoutError' : answer.code;
  throw error;
};

const busy = ['ConcurrentModificationException', 'TooManyRequestsException'];

const resultOf = (answer: CognitoAnswer): WriteResult => {
  if (answer.kind === 'answered') return { kind: 'written' };
  if (answer.kind === 'lost') return { kind: 'unknown', error: 'TimeoutError' };
  const { code: error, message, status } = answer;
  if (error === 'ResourceNotFoundException') return { kind: 'gone' };
  if (busy.includes(error)) return { kind: 'busy', error };
  return status >= 500 ? { kind: 'unknown', error } : { kind: 'refused', error, message };
};
