import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';

const anEntry = (overrides: PutEventsRequestEntry = {}): PutEventsRequestEntry => ({
  Source: 'shop',
  DetailType: 'Order',
  Detail: '{"kind":"placed"}',
  ...overrides,
});

const busFixture = async () => {
  const fixture = await sandboxFixture();
  const client = new EventBridgeClient(fixture.config());
  return {
    ...fixture,
    put: (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries })),
  };
};

describe('PutEvents', () => {
  it('keeps an event as EventBridge hands it on', async () => {
    const { sandbox, put } = await busFixture();

    const { FailedEntryCount, Entries } = await put(
      anEntry({ Resources: [pool], Time: new Date('2026-11-23T09:14:41.870Z') }),
    );

    expect(FailedEntryCount).toBe(0);
    expect(sandbox.busEvents).toEqual([
      {
        version: '0',
        id: Entries?.[0]?.EventId,
        'detail-type': 'Order',
        source: 'shop',
        account: '111122223333',
        time: '2026-11-23T09:14:41Z',
        region: 'eu-west-1',
        resources: [pool],
        detail: { kind: 'placed' },
      },
    ]);
  });

  it('takes the time of the call where the event has none', async () => {
    const { sandbox, put } = await busFixture();

    await put(anEntry());

    expect(sandbox.busEvents).toMatchObject([{ time: '2026-11-23T12:00:00Z', resources: [] }]);
  });

  it('hands an event to the rules that it matches', async () => {
    const { sandbox, put } = await busFixture();
    sandbox.targetRule({ pattern: { source: ['shop'] }, queueName: 'orders' });
    sandbox.targetRule({ pattern: { source: ['bank'] }, queueName: 'payments' });

    await put(anEntry());

    const [message] = sandbox.queues.wired('orders').messages();
    expect(JSON.parse(message?.body ?? '')).toEqual(sandbox.busEvents[0]);
    expect(sandbox.queues.wired('payments').messages()).toEqual([]);
  });

  it('gives an event for a bus that is not there an id, and nobody gets it', async () => {
    const { sandbox, put } = await busFixture();

    const { FailedEntryCount, Entries } = await put(anEntry({ EventBusName: 'nowhere' }));

    expect([FailedEntryCount, Entries]).toEqual([0, [{ EventId: expect.any(String) }]]);
    expect(sandbox.busEvents).toEqual([]);
  });

  it.each<[string, PutEventsRequestEntry, string]>([
    ['without a source', { Source: '' }, 'InvalidArgument'],
    ['without a detail type', { DetailType: '' }, 'InvalidArgument'],
    ['without a detail', { Detail: '' }, 'InvalidArgument'],
    ['with a detail type of 129 characters', { DetailType: 'x'.repeat(129) }, 'InvalidArgument'],
    ['whose detail is no JSON', { Detail: '{' }, 'MalformedDetail'],
    ['whose detail is a list', { Detail: '[]' }, 'MalformedDetail'],
    ['of a source of AWS', { Source: 'aws.cognito-idp' }, 'NotAuthorizedForSourceException'],
  ])('refuses an event %s, and takes the one beside it', async (_title, broken, ErrorCode) => {
    const { sandbox, put } = await busFixture();

    const answer = await put(anEntry(broken), anEntry());

    expect(answer).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode, ErrorMessage: expect.any(String) }, { EventId: expect.any(String) }],
    });
    expect(sandbox.busEvents).toHaveLength(1);
  });

  it.each<[string, PutEventsRequestEntry[], RegExp]>([
    ['no event', [], /greater than or equal to 1/],
    ['eleven events', Array.from({ length: 11 }, () => anEntry()), /less than or equal to 10/],
    ['256 KB', [anEntry({ Detail: JSON.stringify('x'.repeat(262_144)) })], /Total size/],
    [
      '256 KB together',
      [
        anEntry({ Detail: `{"a":"${'ü'.repeat(65_536)}"}` }),
        anEntry({ Detail: `{"a":"${'x'.repeat(131_072)}"}` }),
      ],
      /Total size/,
    ],
  ])('refuses a request of %s', async (_title, entries, says) => {
    const { sandbox, put } = await busFixture();

    const refusal = await put(...entries).catch((thrown: unknown) => thrown);

    expect(refusal).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(says) });
    expect(sandbox.busEvents).toEqual([]);
  });

  it('meets faults under its own names', async () => {
    const { sandbox, put } = await busFixture();
    const nameOf = (sending: Promise<unknown>) => sending.then(String, (error: Error) => error.name);
    sandbox.faults.add({ kind: 'throttle', operation: 'PutEvents' });
    sandbox.faults.add({ kind: 'internal-error', when: 'before', operation: 'PutEvents' });

    expect([await nameOf(put(anEntry())), await nameOf(put(anEntry()))]).toEqual([
      'ThrottlingException',
      'InternalException',
    ]);
    sandbox.faults.add({ kind: 'access-denied', operation: 'PutEvents' });
    await expect(put(anEntry())).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('arn:aws:events:eu-west-1:111122223333:event-bus/default'),
    });
  });
});
