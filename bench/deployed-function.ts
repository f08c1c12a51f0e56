import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildFunctions } from '../build/build-functions.ts';
import { aRealisticPool } from '../src/cli/demo/a-realistic-pool.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { startDynamo } from '../test/ledger/a-table.ts';
import { anEventFor, batchOf } from '../test/support/a-batch.ts';
import { aLambda, type Invoked } from '../test/support/lambda/a-lambda.ts';
import { functionEnvironment } from './function-environment.ts';

/** on-pool-change as it is deployed, with a pool and a ledger in DynamoDB's form, all on loopback. */
export interface DeployedFunction {
  /** Hands it the event of a call to the pool that was made just now. */
  readonly event: () => Promise<Invoked>;
  /** Somebody weakens the pool. */
  readonly weaken: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Builds and starts it. */
export const deployedFunction = async (): Promise<DeployedFunction> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
  await buildFunctions('policies', folder);
  const sandbox = await startSandbox({ semantics: 'worst', homeRegion: 'eu-west-1' });
  const settings = {
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  };
  const cognito = new CognitoIdentityProviderClient(settings);
  const sqs = new SQSClient(settings);
  for (const QueueName of ['notices', 'pool-changes']) await sqs.send(new CreateQueueCommand({ QueueName }));
  const { UserPool: pool } = await cognito.send(new CreateUserPoolCommand(aRealisticPool));
  const id = pool?.Id ?? '';
  const dynamo = await startDynamo({ tellsItem: true });
  const { name, client } = await dynamo.table();
  const port = Number(new URL(sandbox.url).port);
  const { port: dynamoPort = 0 } = (await client.config.endpoint?.()) ?? {};
  const lambda = await aLambda(
    join(folder, 'on-pool-change.mjs'),
    { ...functionEnvironment, LIFEGUARD_LEDGER_TABLE: name },
    { 'cognito-idp': port, sqs: port, dynamodb: dynamoPort },
  );
  let events = 0;
  return {
    event: () => {
      events += 1;
      const eventTime = new Date().toISOString();
      return lambda.invoke(batchOf(anEventFor(id, { eventID: `event-${events}`, eventTime })));
    },
    weaken: async () => {
      const { UsernameAttributes, ...whole } = aRealisticPool;
      const Policies = {
        ...aRealisticPool.Policies,
        PasswordPolicy: { ...aRealisticPool.Policies?.PasswordPolicy, MinimumLength: 8 },
      };
      await cognito.send(new UpdateUserPoolCommand({ ...whole, UserPoolId: id, Policies }));
    },
    close: async () => {
      lambda.end();
      await Promise.all([sandbox.close(), dynamo.close(), rm(folder, { recursive: true })]);
    },
  };
};
