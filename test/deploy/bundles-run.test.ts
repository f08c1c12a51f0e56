import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildFunctions } from '../../build/build-functions.ts';
import { type Dynamo, startDynamo } from '../ledger/a-table.ts';
import { anEventFor, batchOf } from '../support/a-batch.ts';
import { aGovernedPool, passwordsWith } from '../support/a-governed-pool.ts';
import { aLambda, type Invoked } from '../support/lambda/a-lambda.ts';

const folder = mkdtempSync(join(tmpdir(), 'lifeguard-bundles-'));
let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ tellsItem: true });
  await buildFunctions('policies', folder);
}, 60_000);
afterAll(async () => {
  await dynamo.close();
  rmSync(folder, { recursive: true });
});

/** on-pool-change as it is deployed, a pool, and what its calls reach. */
const aDeployedFunction = async () => {
  const governed = await aGovernedPool();
  const { sandbox } = governed;
  const sqs = new SQSClient({ endpoint: sandbox.url, region: 'eu-west-1' });
  const queue = async (QueueName: string): Promise<string> => {
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName }));
    return QueueUrl.replace(sandbox.url, 'https://sqs.eu-west-1.amazonaws.com');
  };
  const port = Number(new URL(sandbox.url).port);
  const { name, client } = await dynamo.table();
  const { port: dynamoPort = 0 } = (await client.config.endpoint?.()) ?? {};
  const lambda = await aLambda(
    join(folder, 'on-pool-change.mjs'),
    {
      LIFEGUARD_MODE: 'remediate',
      LIFEGUARD_SETTLE_SECONDS: '0',
      LIFEGUARD_RETENTION_DAYS: '400',
      LIFEGUARD_MAX_RECEIVE_COUNT: '10',
      LIFEGUARD_STAGE: 'test',
      LIFEGUARD_TELL_DENIED: 'false',
      LIFEGUARD_LEDGER_TABLE: name,
      LIFEGUARD_NOTICES_QUEUE_URL: await queue('notices'),
      LIFEGUARD_POOL_CHANGES_QUEUE_URL: await queue('pool-changes'),
    },
    { 'cognito-idp': port, sqs: port, dynamodb: dynamoPort },
  );
  onTestFinished(() => lambda.end());
  const handedOn = async (): Promise<unknown> => {
    const QueueUrl = `${sandbox.url}/${sandbox.accountId}/notices`;
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    return JSON.parse(message?.Body ?? 'null');
  };
  return { ...governed, lambda, handedOn };
};

/** A call that was made just now, by the clock that the function has. */
const aCallTo = (id: string, eventID: string) =>
  batchOf(anEventFor(id, { eventID, eventTime: new Date().toISOString() }));

const operations = ({ calls }: Invoked) => calls.map(({ operation }) => operation);

const looking = ['DescribeUserPool', 'GetUserPoolMfaConfig'];

describe('on-pool-change, as it is deployed', () => {
  it('claims a pool that is as required, looks once and releases it', async () => {
    const { lambda, pool } = await aDeployedFunction();

    const invoked = await lambda.invoke(aCallTo(pool.id, 'one'));

    expect(invoked.result).toEqual({ batchItemFailures: [] });
    expect(operations(invoked)).toEqual(['UpdateItem', 'GetItem', ...looking, 'UpdateItem']);
  });

  it('puts a pool that was weakened right, and hands the outcome on after that', async () => {
    const { lambda, pool, change, describe } = await aDeployedFunction();
    await lambda.invoke(aCallTo(pool.id, 'one'));
    await change(passwordsWith({ MinimumLength: 8 }));

    const invoked = await lambda.invoke(aCallTo(pool.id, 'two'));

    expect(invoked.result).toEqual({ batchItemFailures: [] });
    expect(operations(invoked)).toEqual([
      ...['UpdateItem', 'GetItem', ...looking, 'UpdateItem', 'UpdateUserPool'],
      ...[...looking, 'PutItem', 'SendMessage', 'UpdateItem'],
    ]);
    expect(await describe()).toMatchObject({ Policies: { PasswordPolicy: { MinimumLength: 14 } } });
  });

  it('knows AWS’s errors by their names, although it has no class for them', async () => {
    const { lambda, pool, change, sandbox, handedOn } = await aDeployedFunction();
    await lambda.invoke(aCallTo(pool.id, 'one'));
    await change(passwordsWith({ MinimumLength: 8 }));
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });

    const { result } = await lambda.invoke(aCallTo(pool.id, 'two'));

    expect(result).toEqual({ batchItemFailures: [] });
    expect(await handedOn()).toMatchObject({ kind: 'refused', refusals: [{ code: 'missing-permission' }] });
  });
});
