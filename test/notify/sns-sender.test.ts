import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, describe, expect, it } from 'vitest';
import { snsSender } from '../../src/notify/sns-sender.ts';
import { aNotice } from '../support/a-notice.ts';

const topicArn = 'arn:aws:sns:eu-west-1:111122223333:notices';
const servers: Server[] = [];

/** A client whose SNS is a server on loopback that answers every call in one way. */
const clientOf = async (answer: RequestListener): Promise<SNSClient> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return new SNSClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', maxAttempts: 1 });
};

const refusal =
  (status: number, code: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    );
  };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('a topic as a way out', () => {
  it('sends one message with a body for each protocol, and gives its id', async () => {
    const requests: URLSearchParams[] = [];
    const client = await clientOf((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        requests.push(new URLSearchParams(body));
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.end(
          '<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>',
        );
      });
    });

    const delivery = await snsSender(client, topicArn, 'notices').send(aNotice());

    expect(delivery).toEqual({ kind: 'sent', channel: 'notices', messageId: 'm-1' });
    expect(requests).toHaveLength(1);
    expect(Object.fromEntries(requests[0] ?? [])).toMatchObject({
      Action: 'Publish',
      TopicArn: topicArn,
      Subject: '[HIGH] Fixed in prod-eu: checkout-users MinimumLength found 8, now 14',
      MessageStructure: 'json',
    });
  });

  it.each([
    [400, 'InvalidParameter', false],
    [403, 'AuthorizationError', false],
    [404, 'NotFound', false],
    [400, 'Throttling', true],
    [400, 'KMSThrottling', true],
    [429, 'TooManyRequests', true],
    [500, 'InternalError', true],
    [503, 'ServiceUnavailable', true],
  ])('takes %i %s for a failure that may pass by itself: %s', async (status, code, retryable) => {
    const client = await clientOf(refusal(status, code));

    const delivery = await snsSender(client, topicArn, 'notices').send(aNotice());

    expect(delivery).toMatchObject({ kind: 'failed', channel: 'notices', retryable });
  });

  it('takes a lost connection for a failure that may pass by itself', async () => {
    const client = await clientOf((request) => request.socket.destroy());

    const delivery = await snsSender(client, topicArn, 'notices').send(aNotice());

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true, reason: expect.stringMatching(/\S/) });
  });
});
