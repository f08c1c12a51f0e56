import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it, onTestFinished } from 'vitest';
import { putToCentre, regionOfBus } from '../../src/notify/put-to-centre.ts';
import { aDigest } from '../support/a-digest.ts';
import { aHeartbeat } from '../support/a-heartbeat.ts';
import { aStanding } from '../support/a-standing.ts';
import { anEndpoint } from '../support/an-endpoint.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

const bus = 'arn:aws:events:eu-west-1:999988887777:event-bus/cognito-lifeguard-prod-organization';

/** An EventBridge that takes every event, or answers with a status and a code, and what it was asked to put. */
const aBus = async (status = 200, code = '') => {
  const entries: { readonly [member: string]: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    entries.push(...JSON.parse(body).Entries);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(
        status === 200
          ? { FailedEntryCount: 0, Entries: [{ EventId: 'event-1' }] }
          : { __type: code, message: 'no' },
      ),
    );
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const client = new EventBridgeClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return { entries, put: putToCentre(client, bus) };
};

describe('news for the centre', () => {
  it.each([
    ['an outcome', anOutcome()],
    ['a heartbeat', aHeartbeat()],
    ['a digest', aDigest({ pools: [aStanding()] })],
  ])('is put on its bus as it is: %s', async (_, news) => {
    const { entries, put } = await aBus();

    const delivery = await put(news);

    expect(entries).toEqual([
      {
        Source: 'cognito-lifeguard',
        DetailType: 'Member News',
        EventBusName: bus,
        Detail: JSON.stringify(news),
      },
    ]);
    expect(delivery).toEqual({ kind: 'sent', channel: 'centre', messageId: 'event-1' });
  });

  it('has no character that a queue behind the bus refuses', async () => {
    const { entries, put } = await aBus();

    await put(anOutcome({ reason: 'a\ufffeb\uffffc\ud800d' }));

    expect(JSON.parse(entries[0]?.Detail ?? '')).toMatchObject({ reason: 'a\ufffdb\ufffdc\ufffdd' });
  });

  it('is cut to what EventBridge and a queue behind it take, and says so', async () => {
    const { entries, put } = await aBus();
    const found = Array.from({ length: 90 }, (_, index) => `${index} ${'x'.repeat(900)}`);
    const findings = Array.from({ length: 400 }, () =>
      aFinding({ found, now: found, required: 'y'.repeat(900) }),
    );

    await put(anOutcome({ findings, changes: [] }));

    expect(Buffer.byteLength(entries[0]?.Detail ?? '')).toBeLessThanOrEqual(250_000);
    expect(entries[0]?.Detail).toContain('(cut, ');
  });

  it.each([
    [400, 'ThrottlingException', true],
    [500, 'InternalException', true],
    [400, 'AccessDeniedException', false],
  ])('that AWS answers with %i and %s may be sent again: %s', async (status, code, retryable) => {
    const { put } = await aBus(status, code);

    expect(await put(anOutcome())).toEqual({
      kind: 'failed',
      channel: 'centre',
      retryable,
      reason: `${code}: no`,
    });
  });

  it('that an answer of 200 refuses is no news that arrived', async () => {
    const body = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'no' }] };
    const put = putToCentre(new EventBridgeClient(await anEndpoint(body)), bus);

    expect(await put(anOutcome())).toEqual({
      kind: 'failed',
      channel: 'centre',
      retryable: true,
      reason: 'ThrottlingException: no',
    });
  });

  it('goes to the Region that the bus is in', () => {
    expect(regionOfBus(bus)).toBe('eu-west-1');
  });
});
