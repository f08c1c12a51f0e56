import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { deployedOutputs } from '../../build/deployed-outputs.ts';

const outputs = [
  ['ServerlessDeploymentBucketName', 'a-bucket'],
  ['NoticesTopicArn', 'arn:aws:sns:eu-west-1:111122223333:notices'],
  ['LedgerTableName', 'cognito-lifeguard-prod-LedgerTable-1A2B3C4D5E6F'],
]
  .map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)
  .join('');

/** A CloudFormation that answers every call so. */
const answering = async (status: number, body: string) => {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(body);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
};

test('are those that the next steps take', async () => {
  const config = await answering(
    200,
    `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>s</StackName><CreationTime>2026-11-23T10:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  );

  expect(await deployedOutputs(config, 's')).toEqual([
    'NoticesTopicArn: arn:aws:sns:eu-west-1:111122223333:notices',
    'LedgerTableName: cognito-lifeguard-prod-LedgerTable-1A2B3C4D5E6F',
  ]);
});

test('are none where AWS does not tell them', async () => {
  expect(await deployedOutputs(await answering(403, ''), 's')).toEqual([]);
});
