import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

async function queueFixture(Attributes: Record<string, string> = {}) {
  const fixture = await sandboxFixture();
  const { sqs } = fixture;
  await sqs.send(new CreateQueueCommand({ QueueName: 'dead' }));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'work', Attributes }));
  const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const receive = async (options = {}) => {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options }),
    );
    return Messages ?? [];
  };
  return { ...fixture, QueueUrl, send, receive };
}

describe('a message', () => {
  it('arrives with the checksums that the SDK verifies, whatever it says', async () => {
    // Prepare
    const { sqs, QueueUrl, receive } = await queueFixture();
    const words = fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S} \n\t]{1,60}$/u);

    await fc.assert(
      fc.asyncProperty(words, words, async (MessageBody, StringValue) => {
        // Act
        const MessageAttributes = {
          text: { DataType: 'String', StringValue },
          bytes: { DataType: 'Binary', BinaryValue: new TextEncoder().encode(StringValue) },
        };
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }));
        const [message] = await receive({ MessageAttributeNames: ['All'] });
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));

        // Assess
        expect(message).toMatchObject({ Body: MessageBody, MessageAttributes: { text: { StringValue } } });
      }),
      { numRuns: 20 },
    );
  });

  it('is hidden once received and comes back after the visibility timeout', async () => {
    // Prepare
    const { clock, send, receive } = await queueFixture({ VisibilityTimeout: '60' });
    await send('hello');

    // Act
    const first = await receive();
    const hidden = await receive();
    clock.advance(60);
    const second = await receive();

    // Assess
    expect([first.length, hidden.length, second.length]).toEqual([1, 0, 1]);
    expect(second[0]?.Attributes?.ApproximateReceiveCount).toBe('2');
  });

  it('comes back at once where its visibility is set to 0', async () => {
    // Prepare
    const { sqs, QueueUrl, send, receive } = await queueFixture();
    await send('hello');
    const [message] = await receive();

    // Act
    const ReceiptHandle = message?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));

    // Assess
    expect(await receive()).toHaveLength(1);
  });

  it('waits out the delay of its queue', async () => {
    // Prepare
    const { clock, send, receive } = await queueFixture({ DelaySeconds: '5' });
    await send('hello');

    // Act
    const early = await receive();
    clock.advance(5);

    // Assess
    expect([early.length, (await receive()).length]).toEqual([0, 1]);
  });

  it('goes to the dead-letter queue past maxReceiveCount', async () => {
    // Prepare
    const RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:111122223333:dead',
      maxReceiveCount: 2,
    });
    const { sandbox, send, receive } = await queueFixture({ RedrivePolicy, VisibilityTimeout: '0' });
    await send('poison');

    // Act
    const received = [await receive(), await receive(), await receive()].map(({ length }) => length);

    // Assess
    expect(received).toEqual([1, 1, 0]);
    expect(sandbox.queues.get('eu-west-1', 'dead')?.messages()).toMatchObject([{ body: 'poison' }]);
  });
});

describe('a queue', () => {
  it('counts what is visible, in flight and delayed', async () => {
    // Prepare
    const { sqs, QueueUrl, send, receive } = await queueFixture();
    await send('one');
    await receive();
    await send('two');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'three', DelaySeconds: 10 }));

    // Act
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );

    // Assess
    expect(Attributes).toMatchObject({
      QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:work',
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '1',
    });
  });

  it('is found by name, and emptied by a purge', async () => {
    // Prepare
    const { sqs, QueueUrl, send, receive } = await queueFixture();
    await send('one');

    // Act
    const found = await sqs.send(new GetQueueUrlCommand({ QueueName: 'work' }));
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));

    // Assess
    expect(found.QueueUrl).toBe(QueueUrl);
    expect(await receive()).toEqual([]);
  });

  it('deletes in batches', async () => {
    // Prepare
    const { sqs, QueueUrl, send, receive } = await queueFixture({ VisibilityTimeout: '0' });
    await send('one');
    await send('two');
    const received = await receive();

    // Act
    const Entries = received.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const { Successful } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));

    // Assess
    expect(Successful).toHaveLength(2);
    expect(await receive()).toEqual([]);
  });
});

describe('refusals', () => {
  it('names a queue that does not exist as the SDK knows it', async () => {
    // Prepare
    const { sqs } = await queueFixture();

    // Act
    const asking = sqs.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }));

    // Assess
    await expect(asking).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  it.each([
    ['a message longer than 1 MiB', { MessageBody: 'x'.repeat(1_048_577) }, 'InvalidParameterValue'],
    ['a character that XML has not', { MessageBody: 'a\u0000b' }, 'InvalidMessageContents'],
    ['a delay over 15 minutes', { MessageBody: 'x', DelaySeconds: 901 }, 'InvalidParameterValue'],
    ['no message', { MessageBody: '' }, 'MissingParameter'],
  ])('refuses %s', async (_title, message, error) => {
    // Prepare
    const { sqs, QueueUrl } = await queueFixture();

    // Act
    const sending = sqs.send(new SendMessageCommand({ QueueUrl, ...message }));

    // Assess
    await expect(sending).rejects.toMatchObject({ name: error });
  });

  it.each([
    ['no entries', [], 'EmptyBatchRequest'],
    [
      'eleven entries',
      Array.from({ length: 11 }, (_none, index) => String(index)),
      'TooManyEntriesInBatchRequest',
    ],
    ['two entries of one id', ['a', 'a'], 'BatchEntryIdsNotDistinct'],
    ['an id with a dot', ['a.b'], 'InvalidBatchEntryId'],
  ])('refuses a batch of %s', async (_title, ids, error) => {
    // Prepare
    const { sqs, QueueUrl } = await queueFixture();

    // Act
    const Entries = ids.map((Id) => ({ Id, MessageBody: 'x' }));
    const sending = sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));

    // Assess
    await expect(sending).rejects.toMatchObject({ name: error });
  });

  it('refuses one entry of a batch and takes the other', async () => {
    // Prepare
    const { sqs, QueueUrl } = await queueFixture();

    // Act
    const Entries = [
      { Id: 'good', MessageBody: 'x' },
      { Id: 'bad', MessageBody: 'x', DelaySeconds: 1000 },
    ];
    const result = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));

    // Assess
    expect(result).toMatchObject({
      Successful: [{ Id: 'good' }],
      Failed: [{ Id: 'bad', SenderFault: true }],
    });
  });

  it('refuses a redrive policy that is none', async () => {
    // Prepare
    const { sqs } = await queueFixture();

    // Act
    const creating = sqs.send(
      new CreateQueueCommand({ QueueName: 'x', Attributes: { RedrivePolicy: 'nonsense' } }),
    );

    // Assess
    await expect(creating).rejects.toMatchObject({ name: 'InvalidAttributeValue' });
  });
});
