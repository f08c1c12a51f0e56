import { CreateQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { redriveByQueue } from '../../src/handlers/redrive-by-queue.ts';
import { aQueue } from '../support/a-queue.ts';

const arnOf = (name: string) => `arn:aws:sqs:eu-west-1:111122223333:${name}`;
const arns = { deadLettersArn: arnOf('dead'), queueArn: arnOf('notices') };

describe('a redrive', () => {
  it('moves all dead letters back to their queue, whole', async () => {
    const { sqs, queue, taken } = await aQueue();
    const dead = await queue('dead');
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({
        QueueName: 'notices',
        Attributes: {
          RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arns.deadLettersArn, maxReceiveCount: 8 }),
        },
      }),
    );
    for (const MessageBody of ['one', 'two'])
      await sqs.send(new SendMessageCommand({ QueueUrl: dead, MessageBody }));

    await redriveByQueue(sqs, arns)();

    expect(await taken(QueueUrl)).toEqual(['one', 'two']);
    expect(await taken(dead)).toEqual([]);
  });

  it('rejects where SQS refuses it', async () => {
    const { sqs, queue } = await aQueue();
    await queue('dead');
    await queue('notices');

    await expect(redriveByQueue(sqs, arns)()).rejects.toThrow('Dead Letter Queue');
  });
});
