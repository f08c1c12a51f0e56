import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import { sandboxLedgers } from '../../src/cli/sandbox-ledgers.ts';
import type { Ledgers } from '../../src/ledger/ledgers.ts';
import type { Table } from '../../src/ledger/update-item.ts';
import { changedLeavesOnly } from '../../src/remediation/pre-image.ts';
import { accountKey, setAttribute } from '../ledger/a-dynamo-memory.ts';
import { startDynamo } from '../ledger/a-table.ts';
import { dynamoLedgers } from '../ledger/dynamo-ledgers.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { type AtEnd, towards } from '../support/run-cli.ts';
import { type MakeWorld, sandboxWith, weakened } from './a-cli-world.ts';
import { looking } from './memory-worlds.ts';

/** A Parameter Store on loopback that has these parameters. */
const parameters = async (values: { readonly [name: string]: string }, atEnd: AtEnd): Promise<string> => {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { Name } = JSON.parse(body) as { Name: string };
    const Value = values[Name];
    const answer = Value === undefined ? { __type: 'ParameterNotFound' } : { Parameter: { Name, Value } };
    response
      .writeHead(Value === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

interface Deployed {
  readonly tableIsThere?: boolean;
  readonly queueIsThere?: boolean;
  readonly isPutRight?: boolean;
  /** What somebody wrote where pauses stand. */
  readonly pauses?: AttributeValue;
  /** What the parameters tell, in place of the deployment's own. */
  readonly ledger?: string;
  readonly sweeps?: string;
}

/** A deployment of stage prod: a table in DynamoDB, and what tells where it is. */
const deployed =
  ({
    tableIsThere = true,
    queueIsThere = true,
    isPutRight = false,
    pauses,
    ledger,
    sweeps,
  }: Deployed = {}): MakeWorld =>
  async (atEnd) => {
    const sandbox = await sandboxWith(isPutRight ? weakened : {}, atEnd);
    const dynamo = await startDynamo({ tellsItem: true });
    atEnd(() => dynamo.close());
    const table = await dynamo.table();
    sandbox.queues.create('eu-west-1', 'sweeps');
    if (isPutRight) await looking(sandbox, ledgersIn(table))('put-right');
    if (pauses) await setAttribute(table, accountKey, 'pauses', pauses);
    const endpoint = await table.client.config.endpoint?.();
    const ssm = await parameters(
      {
        '/cognito-lifeguard/prod/ledger': ledger ?? (tableIsThere ? table.name : 'a-table-that-is-gone'),
        ...(queueIsThere && {
          '/cognito-lifeguard/prod/sweeps': sweeps ?? `${sandbox.url}/${sandbox.accountId}/sweeps`,
        }),
      },
      atEnd,
    );
    return {
      environment: {
        ...towards(sandbox.url),
        AWS_ENDPOINT_URL_SSM: ssm,
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${endpoint?.port}`,
      },
      sandbox,
    };
  };

/** What a deployment remembers in a table. */
export const ledgersIn = (table: Table): Ledgers => {
  const now = () => new Date();
  const options = {
    leaseSeconds: 90,
    newId: randomUUID,
    now,
    shorten: changedLeavesOnly,
    distinct: distinctCauses,
  };
  return dynamoLedgers({ table, ...options });
};

const notDeployed: MakeWorld = async (atEnd) => {
  const sandbox = await sandboxWith({}, atEnd);
  const ssm = await parameters({}, atEnd);
  return { environment: { ...towards(sandbox.url), AWS_ENDPOINT_URL_SSM: ssm }, sandbox };
};

/** A whole deployment in the sandbox, whose ledger is a folder. */
const inTheSandbox: MakeWorld = async (atEnd) => {
  const sandbox = await sandboxWith({}, atEnd);
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-ledger-'));
  atEnd(() => rm(folder, { recursive: true }));
  const ledgers = sandboxLedgers(folder);
  await deployInto({ sandbox, policies: aPolicySet(), ledgers, isShared: true, onOutcome: () => {} });
  return { environment: { ...towards(sandbox.url), LIFEGUARD_LEDGER: folder }, sandbox };
};

/** Worlds with a deployment, or with less than one. */
export const deploymentWorlds: { readonly [name: string]: MakeWorld } = {
  'Lifeguard is deployed': deployed(),
  'Lifeguard is deployed, and put-right has put the pool right': deployed({ isPutRight: true }),
  'Lifeguard is deployed, and among the pauses stands what is none': deployed({
    pauses: { SS: ['garbage'] },
  }),
  'Lifeguard is deployed, and in place of the pauses stands what is none': deployed({
    pauses: { S: 'garbage' },
  }),
  'Lifeguard is deployed, and its queue of sweeps can’t be found': deployed({ queueIsThere: false }),
  'Lifeguard is deployed, and its ledger’s table is gone': deployed({ tableIsThere: false }),
  'Lifeguard is deployed, and its parameter leads to another account’s table': deployed({
    ledger: 'arn:aws:dynamodb:eu-west-1:444455556666:table/cognito-lifeguard-prod',
  }),
  'Lifeguard is deployed, and its parameter leads to another account’s queue': deployed({
    sweeps: 'https://sqs.eu-west-1.amazonaws.com/444455556666/sweeps',
  }),
  'Lifeguard is deployed, and its parameter leads to a queue at another host': deployed({
    sweeps: 'http://127.0.0.1:1/111122223333/sweeps',
  }),
  'Lifeguard is not deployed': notDeployed,
  'Lifeguard is deployed in the sandbox': inTheSandbox,
};
