import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { parse } from 'yaml';
import type { Table } from '../../src/ledger/update-item.ts';

/** A DynamoDB on loopback: dynalite, behind a door that can lose answers. */
export interface Dynamo {
  /** A new table with the template's key. */
  readonly table: () => Promise<Table>;
  /** The names of the calls that came in since the tables were made, in order; attempts that were answered or not. */
  readonly calls: string[];
  /** Loses the answer to the nth write from now, which takes effect all the same; with 0, to none. */
  readonly loseAnswer: (nth: number) => void;
  readonly close: () => Promise<void>;
}

/** The template's own table. */
const ledgerTable = parse(readFileSync('serverless.yml', 'utf8')).resources.Resources.LedgerTable
  .Properties as CreateTableCommandInput;

const onLoopback = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const isWrite = (operation: string): boolean => /^(Put|Update)Item$/.test(operation);

/** @param tellsItem a failed condition answers with the item, as AWS does and dynalite doesn't */
export const startDynamo = async ({ tellsItem }: { readonly tellsItem: boolean }): Promise<Dynamo> => {
  const behind = dynalite({ createTableMs: 0 });
  let untilLost = 0;
  const calls: string[] = [];
  // Handed on as a server would: dynalite doesn't listen itself, and a second connection takes as long as all the rest.
  const ask = (operation: string, body: string, headers: IncomingHttpHeaders) =>
    new Promise<{ readonly status: number; readonly body: string }>((resolve) => {
      const request = Object.assign(new EventEmitter(), {
        method: 'POST',
        url: '/',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          authorization: headers.authorization,
          'x-amz-date': headers['x-amz-date'],
        },
      });
      const response = {
        statusCode: 200,
        setHeader: () => {},
        end: (text: string) => resolve({ status: response.statusCode, body: text }),
      };
      behind.emit('request', request, response);
      request.emit('data', Buffer.from(body));
      request.emit('end');
    });
  const door = createServer(async (incoming, outgoing) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? '';
    calls.push(operation);
    let answer = await ask(operation, body, incoming.headers);
    const { TableName, Key, ReturnValuesOnConditionCheckFailure: asked } = JSON.parse(body);
    if (tellsItem && asked && answer.body.includes('ConditionalCheckFailedException')) {
      const got = await ask(
        'GetItem',
        JSON.stringify({ TableName, Key, ConsistentRead: true }),
        incoming.headers,
      );
      answer = { ...answer, body: JSON.stringify({ ...JSON.parse(answer.body), ...JSON.parse(got.body) }) };
    }
    if (isWrite(operation)) untilLost -= 1;
    if (isWrite(operation) && untilLost === 0) {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
  });
  const endpoint = await onLoopback(door);
  const clients: DynamoDBClient[] = [];
  let tables = 0;
  return {
    table: async () => {
      untilLost = 0;
      tables += 1;
      // One for each: a client that lost answers has fewer retries left.
      const client = new DynamoDBClient({
        endpoint,
        region: 'eu-west-1',
        credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'test' },
      });
      clients.push(client);
      const name = `ledger-${tables}`;
      const { KeySchema, AttributeDefinitions, BillingMode } = ledgerTable;
      await client.send(
        new CreateTableCommand({ TableName: name, KeySchema, AttributeDefinitions, BillingMode }),
      );
      const isThere = async () =>
        (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus === 'ACTIVE';
      while (!(await isThere()));
      calls.length = 0;
      return { client, name };
    },
    calls,
    loseAnswer: (nth) => {
      untilLost = nth;
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await closed(door);
    },
  };
};
