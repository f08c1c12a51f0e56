import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { buildFunctions } from '../build/build-functions.ts';
import { putNote } from '../src/ledger/kept-items.ts';
import { poolRef } from '../src/pool/pool-ref.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { scheduled } from '../test/faults/world/scheduled.ts';
import { startDynamo } from '../test/ledger/a-table.ts';
import { batchOf } from '../test/support/a-batch.ts';
import { aStanding } from '../test/support/a-standing.ts';
import { aLambda, type Invoked, type Lambda } from '../test/support/lambda/a-lambda.ts';
import { clientFor } from './client-for.ts';
import { functionEnvironment } from './function-environment.ts';
import type { Row } from './row.ts';

const regions = ['eu-west-1', 'us-east-1'];
const watchingRules = ['tampering-rules', 'tampering-watch'];
const few = 500;
const many = 5000;

/** Milliseconds: no message of a sweep waits longer. */
const mostDelay = 900_000;

/** Bytes: `memorySize` of on-sweep in serverless.yml. */
const functionMemory = 256 * 1024 * 1024;

/** Fills each Region up with copies of its first pool, to so many. */
const fillUp = async (sandbox: Sandbox, count: number): Promise<void> => {
  for (const region of regions) {
    if (sandbox.pools.list(region).length === 0)
      await clientFor(sandbox, region).send(new CreateUserPoolCommand({ PoolName: 'first' }));
    const [first] = sandbox.pools.list(region);
    if (!first) throw new Error(`There is no pool in ${region}.`);
    for (let index = sandbox.pools.list(region).length; index < count; index += 1)
      sandbox.pools.put({ ...first, id: `${region}_${index.toString(36).padStart(9, '0')}` });
  }
};

/** A message as SQS hands it over, under an id of its own. */
const messageOf = (id: string, body: unknown): object => {
  const { Records: records } = batchOf(body);
  return { Records: records.map((record) => ({ ...record, messageId: id })) };
};

/** Takes a sweep from its start to its end, each step as soon as the one before is over. @param noted before its end */
const swept = async (
  sandbox: Sandbox,
  lambda: Lambda,
  id: string,
  noted: () => Promise<void>,
): Promise<Invoked> => {
  const sweeps = sandbox.queues.wired('sweeps', regions[0]);
  let invoked = await lambda.invoke(messageOf(id, scheduled));
  for (let step = 0; ; step += 1) {
    if (!isDeepStrictEqual(invoked.result, { batchItemFailures: [] }))
      throw new Error(`on-sweep failed: ${JSON.stringify(invoked.result)}`);
    const [next] = sweeps.messages();
    if (!next && step === 0) throw new Error('The sweep has no step.');
    if (!next) return invoked;
    sweeps.purge();
    sandbox.queues.wired('pool-changes', regions[0]).purge();
    if (step === 1) await noted();
    invoked = await lambda.invoke(messageOf(`${id}-${step}`, next.body), mostDelay);
  }
};

/**
 * What on-sweep, as it is deployed, holds when a sweep of ten thousand pools is over, compared with one of a thousand:
 * debt stands at each of them, and the digest is made of all.
 */
export const sweepMemory = async (): Promise<readonly Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1' });
  const dynamo = await startDynamo({ tellsItem: true });
  try {
    await buildFunctions('policies', folder);
    for (const name of ['pool-changes', 'sweeps', 'notices']) sandbox.queues.wired(name, regions[0]);
    for (const name of watchingRules)
      sandbox.targetRule({ name, schedule: 'rate(1 day)', queueName: 'sweeps', region: 'eu-west-1' });
    const table = await dynamo.table();
    const port = Number(new URL(sandbox.url).port);
    const { port: dynamoPort = 0 } = (await table.client.config.endpoint?.()) ?? {};
    const queue = (name: string) => `https://sqs.eu-west-1.amazonaws.com/${sandbox.accountId}/${name}`;
    const arn = (name: string) => `arn:aws:sqs:eu-west-1:${sandbox.accountId}:${name}`;
    const lambda = await aLambda(
      join(folder, 'on-sweep.mjs'),
      {
        ...functionEnvironment,
        LIFEGUARD_REGIONS: regions.join(),
        LIFEGUARD_SWEEP_RATE: '1',
        LIFEGUARD_LEDGER_TABLE: table.name,
        LIFEGUARD_POOL_CHANGES_QUEUE_URL: queue('pool-changes'),
        LIFEGUARD_SWEEPS_QUEUE_URL: queue('sweeps'),
        LIFEGUARD_NOTICES_QUEUE_URL: queue('notices'),
        LIFEGUARD_NOTICES_QUEUE_ARN: arn('notices'),
        LIFEGUARD_NOTICES_DEAD_LETTERS_ARN: arn('notices-dead-letters'),
        LIFEGUARD_WATCHING_RULES: watchingRules.join(),
      },
      { 'cognito-idp': port, sqs: port, account: port, events: port, dynamodb: dynamoPort },
    );
    const measured = async (id: string, count: number): Promise<Invoked> => {
      await fillUp(sandbox, count);
      return swept(sandbox, lambda, id, async () => {
        for (const pool of sandbox.pools.all()) {
          const note = aStanding('', { pool: poolRef(sandbox.accountId, pool.region, pool.id) });
          await putNote(table, id, note, new Date());
        }
      });
    };
    const small = await measured('a-small-sweep', few);
    const large = await measured('a-large-sweep', many);
    lambda.end();
    const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
    return [
      {
        what: 'heap of on-sweep after a sweep of 10,000 pools, to that after one of 1,000',
        figure: large.heapUsed / small.heapUsed,
        unit: '×',
        limit: 1.1,
        note: megabytes(large.heapUsed),
      },
      {
        what: 'the most memory that it ever had, of what the function is given',
        figure: large.mostMemory / functionMemory,
        unit: '×',
        limit: 1,
        note: `${megabytes(large.mostMemory)}; after 1,000 pools ${megabytes(small.mostMemory)}`,
      },
    ];
  } finally {
    await Promise.all([sandbox.close(), dynamo.close(), rm(folder, { recursive: true })]);
  }
};
