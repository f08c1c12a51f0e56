import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { putEvent } from '../../src/notify/put-event.ts';
import { sandboxFixture } from '../sandbox/sandbox-fixture.ts';
import { aNotice } from '../support/a-notice.ts';
import { anEndpoint } from '../support/an-endpoint.ts';

const inSandbox = async () => {
  const { sandbox, config } = await sandboxFixture();
  return { sandbox, sender: putEvent(new EventBridgeClient(config())) };
};

const answering = async (body: object) => putEvent(new EventBridgeClient(await anEndpoint(body)));

describe('a notice for the event bus', () => {
  it('is put there once, and its event’s id is kept', async () => {
    const { sandbox, sender } = await inSandbox();

    const delivery = await sender.send(aNotice());

    expect(sandbox.busEvents).toHaveLength(1);
    expect(sandbox.busEvents[0]).toMatchObject({
      source: 'cognito-lifeguard',
      'detail-type': 'Pool Policy Outcome',
      time: '2026-11-23T09:14:41Z',
      detail: { schema: 'cognito-lifeguard/notice/1', kind: 'remediated' },
    });
    expect(delivery).toEqual({ kind: 'sent', channel: 'events', messageId: sandbox.busEvents[0]?.id });
  });

  it.each([
    ['throttle', true],
    ['internal-error', true],
    ['lost-response', true],
    ['access-denied', false],
  ] as const)('that meets %s may be sent again: %s', async (kind, retryable) => {
    const { sandbox, sender } = await inSandbox();
    sandbox.faults.add(kind === 'internal-error' ? { kind, when: 'before' } : { kind });

    const delivery = await sender.send(aNotice());

    expect(delivery).toEqual({
      kind: 'failed',
      channel: 'events',
      retryable,
      reason: expect.stringMatching(/^\w+: ./),
    });
  });

  it.each([
    ['InternalFailure', true],
    ['ThrottlingException', true],
    ['MalformedDetail', false],
    ['NotAuthorizedForSourceException', false],
  ])('that an answer of 200 refuses with %s may be sent again: %s', async (ErrorCode, retryable) => {
    const sender = await answering({ FailedEntryCount: 1, Entries: [{ ErrorCode, ErrorMessage: 'no' }] });

    expect(await sender.send(aNotice())).toEqual({
      kind: 'failed',
      channel: 'events',
      retryable,
      reason: `${ErrorCode}: no`,
    });
  });

  it('is not taken for sent where the answer says nothing of it', async () => {
    const sender = await answering({});

    expect(await sender.send(aNotice())).toMatchObject({ kind: 'failed', retryable: true });
  });
});
