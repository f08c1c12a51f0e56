import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accountsOfStackSet } from '../../src/handlers/accounts-of-stack-set.ts';

const summary = (account: string, status = 'SUCCEEDED') =>
  `<member><Account>${account}</Account><Region>eu-west-1</Region><StackInstanceStatus><DetailedStatus>${status}</DetailedStatus></StackInstanceStatus></member>`;

const page = (summaries: readonly string[], next?: string) =>
  `<ListStackInstancesResponse xmlns="https://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStackInstancesResult><Summaries>${summaries.join('')}</Summaries>${next === undefined ? '' : `<NextToken>${next}</NextToken>`}</ListStackInstancesResult></ListStackInstancesResponse>`;

const refusal = (code: string) =>
  `<ErrorResponse xmlns="https://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;

/** A CloudFormation that gives these answers in turn, and what it was asked. */
const aCloudFormation = async (answers: readonly { readonly status?: number; readonly body: string }[]) => {
  const asked: URLSearchParams[] = [];
  const left = [...answers];
  const server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(Buffer.concat(await request.toArray()).toString()));
    const { status = 200, body } = left.shift() ?? { body: page([]) };
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(body);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const client = new CloudFormationClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return { asked, expected: accountsOfStackSet(client, 'cognito-lifeguard-prod-members', 'DELEGATED_ADMIN') };
};

describe('the accounts of a stack set', () => {
  it('are those of all pages, each once, in order, those whose stack failed too', async () => {
    const { asked, expected } = await aCloudFormation([
      { body: page([summary('333344445555'), summary('222233334444', 'FAILED')], 'more') },
      { body: page([summary('111122223333'), summary('333344445555')]) },
    ]);

    expect(await expected()).toEqual(['111122223333', '222233334444', '333344445555']);
    expect(asked.map((each) => Object.fromEntries(each))).toEqual([
      expect.objectContaining({
        Action: 'ListStackInstances',
        StackSetName: 'cognito-lifeguard-prod-members',
        CallAs: 'DELEGATED_ADMIN',
        MaxResults: '100',
      }),
      expect.objectContaining({ NextToken: 'more' }),
    ]);
  });

  it('are none that is suspended: no function runs there', async () => {
    const { expected } = await aCloudFormation([
      { body: page([summary('222233334444', 'SKIPPED_SUSPENDED_ACCOUNT'), summary('333344445555')]) },
    ]);

    expect(await expected()).toEqual(['333344445555']);
  });

  it('are unknown where there is no such stack set', async () => {
    const { expected } = await aCloudFormation([{ status: 404, body: refusal('StackSetNotFoundException') }]);

    expect(await expected()).toBeUndefined();
  });

  it('are asked for again where CloudFormation refuses', async () => {
    const { expected } = await aCloudFormation([{ status: 403, body: refusal('AccessDenied') }]);

    await expect(expected()).rejects.toThrow('no');
  });
});
