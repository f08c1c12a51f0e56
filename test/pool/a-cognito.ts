import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { onTestFinished } from 'vitest';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import { type PoolRef, poolRef } from '../../src/pool/pool-ref.ts';
import type { Pools, WriteResult } from '../../src/pool/pools.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { aClock } from '../support/a-clock.ts';

const region = 'eu-west-1';

const accessTo = (endpoint: string) => ({
  endpoint,
  credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
});

/** A sandbox with the realistic pool in it, our door to it, and only our own calls counted. */
export const aCognito = async (settings: Partial<CreateUserPoolCommandInput> = {}) => {
  const clock = aClock();
  const sandbox = await startSandbox({ semantics: 'worst', now: clock.now, homeRegion: region });
  onTestFinished(() => sandbox.close());
  const client = new CognitoIdentityProviderClient({
    ...accessTo(sandbox.url),
    region,
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  });
  const created = await client.send(new CreateUserPoolCommand({ ...aRealisticPool, ...settings }));
  const pool = poolRef(sandbox.accountId, region, created.UserPool?.Id ?? '');
  return {
    sandbox,
    pool,
    pools: cognitoPools(clock.now, accessTo(sandbox.url)),
    calls: () => sandbox.calls.filter(({ accessKeyId }) => accessKeyId === 'AKIALIFEGUARD'),
  };
};

/** Our door to a server that answers everything so, and the requests that it got. */
export const aServerThatAnswers = async (status: number, body: string, errorType?: string) => {
  const requests: { readonly headers: { [name: string]: unknown }; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    const headers = { 'content-type': 'application/x-amz-json-1.1' };
    response.writeHead(status, errorType ? { ...headers, 'x-amzn-errortype': errorType } : headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { pools: cognitoPools(aClock().now, accessTo(`http://127.0.0.1:${port}`)), requests };
};

export const somePool = poolRef('111122223333', region, 'eu-west-1_AbCdEf123');

/** Sends one UpdateUserPool. */
export const update = (
  pools: Pools,
  pool: PoolRef,
  request: JsonObject,
  outcomeId: string,
): Promise<WriteResult> => pools.write(pool, { operation: 'UpdateUserPool', request }, outcomeId);

/** The ids of all pools of a Region. */
export const listed = async (pools: Pools, region: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const id of pools.list(region)) ids.push(id);
  return ids;
};
