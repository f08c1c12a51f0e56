import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { againByQueue, giveUpByQueue } from '../../src/handlers/notices-by-queue.ts';
import { aQueue } from '../support/a-queue.ts';

describe('a message that must wait', () => {
  it.each([
    [19.2, 20],
    [0, 0],
    [3_600, 900],
  ])('for %d seconds comes again whole in %i', async (seconds, comes) => {
    const { sqs, queue, taken, clock } = await aQueue();
    const url = await queue('notices');

    await againByQueue(sqs, url)('{"schema":"one"}', seconds);

    if (comes > 0) {
      clock.pass(comes * 1000 - 1);
      expect(await taken(url)).toEqual([]);
    }
    clock.pass(1);
    expect(await taken(url)).toEqual(['{"schema":"one"}']);
  });
});

describe('a message that no attempt can tell', () => {
  it.each([
    ['webhook: Slack answered 404 channel_not_found.', 'webhook: Slack answered 404 channel_not_found.'],
    ['one\u0000two\u202e', 'one two '],
    ['', 'none'],
    ['x'.repeat(3000), 'x'.repeat(1000)],
  ])('is kept whole, with its reason beside it: %j', async (reason, shown) => {
    const { sqs, queue } = await aQueue();
    const QueueUrl = await queue('notices-dead-letters');

    await giveUpByQueue(sqs, QueueUrl)('{"schema":"one"}', reason);

    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'] }),
    );
    expect(Messages).toMatchObject([
      { Body: '{"schema":"one"}', MessageAttributes: { reason: { StringValue: shown } } },
    ]);
  });
});
