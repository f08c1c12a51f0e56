import { UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CreateQueueCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { REGION, sandboxFixture } from './sandbox-fixture.ts';

async function mappingFixture(maxReceiveCount?: number) {
  const fixture = await sandboxFixture();
  const { sqs } = fixture;
  await sqs.send(new CreateQueueCommand({ QueueName: 'work-dlq' }));
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:111122223333:work-dlq',
    maxReceiveCount,
  });
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: 'work',
      ...(maxReceiveCount ? { Attributes: { RedrivePolicy } } : {}),
    }),
  );
  const batches: string[][] = [];
  const seen = (event: SQSEvent) => {
    batches.push(event.Records.map(({ body }) => body));
  };
  const waiting = (name: string) =>
    fixture.sandbox.queues
      .get(REGION, name)
      ?.messages()
      .map(({ body }) => body);
  const send = (MessageBody: string, DelaySeconds = 0) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));
  return { ...fixture, QueueUrl, batches, seen, waiting, send };
}

describe('a queue mapped to a function', () => {
  it('hands over batches and deletes what succeeded', async () => {
    // Prepare
    const { sandbox, sqs, QueueUrl, batches, seen, waiting } = await mappingFixture();
    sandbox.mapQueueToFunction({ queueName: 'work', batchSize: 10, handler: async (event) => seen(event) });

    // Act
    const Entries = ['a', 'b', 'c'].map((MessageBody) => ({ Id: MessageBody, MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await sandbox.settled();

    // Assess
    expect(batches).toEqual([['a', 'b', 'c']]);
    expect(waiting('work')).toEqual([]);
  });

  it('hands over no more than the batch size at once', async () => {
    // Prepare
    const { sandbox, sqs, QueueUrl, batches, seen } = await mappingFixture();
    sandbox.mapQueueToFunction({ queueName: 'work', batchSize: 2, handler: async (event) => seen(event) });

    // Act
    const Entries = ['a', 'b', 'c'].map((MessageBody) => ({ Id: MessageBody, MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await sandbox.settled();

    // Assess
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('hands over only what failed again, and past maxReceiveCount to the dead-letter queue', async () => {
    // Prepare
    const { sandbox, sqs, QueueUrl, batches, seen, waiting } = await mappingFixture(3);
    const handler = async (event: SQSEvent) => {
      seen(event);
      const bad = event.Records.filter(({ body }) => body === 'bad');
      return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    };
    sandbox.mapQueueToFunction({ queueName: 'work', handler });

    // Act
    const Entries = ['good', 'bad'].map((MessageBody) => ({ Id: MessageBody, MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await sandbox.settled();

    // Assess
    expect(batches).toEqual([['good', 'bad'], ['bad'], ['bad']]);
    expect([waiting('work'), waiting('work-dlq')]).toEqual([[], ['bad']]);
  });

  it('takes a throw, and a report of an unknown message, for the failure of the whole batch', async () => {
    // Prepare
    const { sandbox, send, waiting } = await mappingFixture(2);
    let runs = 0;
    const handler = async () => {
      runs += 1;
      if (runs === 1) throw new Error('broken');
      return { batchItemFailures: [{ itemIdentifier: 'nobody' }] };
    };
    sandbox.mapQueueToFunction({ queueName: 'work', handler });

    // Act
    await send('poison');
    await sandbox.settled();

    // Assess
    expect(waiting('work-dlq')).toEqual(['poison']);
    expect(sandbox.invocations.map(({ result }) => result.kind)).toEqual(['threw', 'returned']);
  });

  it('without a dead-letter queue waits out the visibility timeout of what failed', async () => {
    // Prepare
    const { sandbox, clock, send, batches, seen } = await mappingFixture();
    const handler = async (event: SQSEvent) => {
      seen(event);
      if (batches.length === 1) throw new Error('broken');
    };
    sandbox.mapQueueToFunction({ queueName: 'work', handler });

    // Act
    await send('slow');
    await sandbox.settled();
    const early = batches.length;
    clock.advance(31);
    sandbox.deliverDue();
    await sandbox.settled();

    // Assess
    expect([early, batches.length]).toEqual([1, 2]);
  });

  it('holds a delayed message until its time by the clock', async () => {
    // Prepare
    const { sandbox, clock, send, batches, seen } = await mappingFixture();
    sandbox.mapQueueToFunction({ queueName: 'work', handler: async (event) => seen(event) });

    // Act
    await send('later', 60);
    await sandbox.settled();
    const early = [...batches];
    clock.advance(60);
    sandbox.deliverDue();
    await sandbox.settled();

    // Assess
    expect([early, batches]).toEqual([[], [['later']]]);
  });

  it('gives the function what Lambda gives it', async () => {
    // Prepare
    const { sandbox, send } = await mappingFixture();
    const given: { event?: SQSEvent; context?: Context } = {};
    const handler = async (event: SQSEvent, context: Context) => {
      Object.assign(given, { event, context });
    };
    sandbox.mapQueueToFunction({ queueName: 'work', functionName: 'on-work', handler });

    // Act
    await send('hello');
    await sandbox.settled();

    // Assess
    expect(given.event?.Records).toMatchObject([
      {
        body: 'hello',
        md5OfBody: '5d41402abc4b2a76b9719d911017c592',
        attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1795435200000' },
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:work',
        awsRegion: 'eu-west-1',
      },
    ]);
    expect(given.context).toMatchObject({
      functionName: 'on-work',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:on-work',
    });
  });

  it('runs as many batches side by side as it may', async () => {
    // Prepare
    const { sandbox, sqs, QueueUrl } = await mappingFixture();
    let running = 0;
    let most = 0;
    const both = Promise.withResolvers<void>();
    const handler = async () => {
      running += 1;
      most = Math.max(most, running);
      if (running === 2) both.resolve();
      await both.promise;
      running -= 1;
    };
    sandbox.mapQueueToFunction({ queueName: 'work', batchSize: 1, maximumConcurrency: 2, handler });

    // Act
    const Entries = ['a', 'b', 'c', 'd'].map((MessageBody) => ({ Id: MessageBody, MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await sandbox.settled();

    // Assess
    expect(most).toBe(2);
  });

  it('is settled only when what a function caused is settled too', async () => {
    // Prepare
    const { sandbox, cognito, createPool, waiting } = await mappingFixture();
    const id = await createPool();
    const updates: string[] = [];
    sandbox.targetRule({ pattern: { detail: { eventName: ['UpdateUserPool'] } }, queueName: 'changes' });
    sandbox.mapQueueToFunction({
      queueName: 'changes',
      handler: async () => {
        updates.push('update');
        if (updates.length < 3) await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));
      },
    });

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));
    await sandbox.settled();

    // Assess
    expect(updates).toHaveLength(3);
    expect(waiting('changes')).toEqual([]);
  });
});
