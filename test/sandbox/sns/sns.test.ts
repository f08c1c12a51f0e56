import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  type PublishCommandInput,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../../src/sandbox/sandbox-options.ts';
import { NOON, sandboxFixture } from '../sandbox-fixture.ts';

const CHAT = 'https://chat.example.com/hook';

async function topicFixture(options: SandboxOptions = {}) {
  const fixture = await sandboxFixture(options);
  const { sns } = fixture;
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  const subscribe = (Protocol: string, Endpoint: string) =>
    sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }));
  const publish = (input: Partial<PublishCommandInput>) =>
    sns.send(new PublishCommand({ TopicArn, Message: 'hello', ...input }));
  return { ...fixture, TopicArn, subscribe, publish };
}

describe('Publish', () => {
  it('hands each subscriber the text of its protocol', async () => {
    // Prepare
    const { sandbox, TopicArn, subscribe, publish } = await topicFixture();
    await subscribe('email', 'team@example.com');
    await subscribe('https', CHAT);
    await subscribe('email-json', 'machine@example.com');

    // Act
    const Message = JSON.stringify({
      default: 'D',
      email: 'Dear team & all <you>',
      https: '{"version":"1.0"}',
    });
    const { MessageId } = await publish({ Subject: 'A subject', MessageStructure: 'json', Message });

    // Assess
    const [mail, chat, machine] = sandbox.deliveries;
    expect(mail).toEqual({
      at: NOON,
      topicArn: TopicArn,
      messageId: MessageId,
      protocol: 'email',
      endpoint: 'team@example.com',
      subject: 'A subject',
      body: 'Dear team & all <you>',
    });
    expect(JSON.parse(chat?.body ?? '')).toMatchObject({
      Subject: 'A subject',
      Message: '{"version":"1.0"}',
    });
    expect(JSON.parse(machine?.body ?? '')).toMatchObject({ Message: 'D', TopicArn, MessageId });
  });

  it('shows an onlooker every delivery as it is made', async () => {
    const { sandbox, subscribe, publish } = await topicFixture();
    await subscribe('email', 'team@example.com');
    await subscribe('https', CHAT);
    const seen: unknown[] = [];
    sandbox.watch((happening) => {
      if (happening.kind === 'delivery') seen.push(happening.delivery);
    });

    await publish({ Subject: 'A subject' });

    expect(seen).toHaveLength(2);
    expect(seen).toEqual(sandbox.deliveries);
  });

  it('feeds a queue', async () => {
    // Prepare
    const { sandbox, sqs, subscribe, publish } = await topicFixture();
    await sqs.send(new CreateQueueCommand({ QueueName: 'copies' }));
    await subscribe('sqs', 'arn:aws:sqs:eu-west-1:111122223333:copies');

    // Act
    await publish({});

    // Assess
    const [message] = sandbox.queues.get('eu-west-1', 'copies')?.messages() ?? [];
    expect(JSON.parse(message?.body ?? '')).toMatchObject({ Type: 'Notification', Message: 'hello' });
  });

  it('takes a subject of 100 characters', async () => {
    // Prepare
    const { publish } = await topicFixture();

    // Act
    const published = await publish({ Subject: 's'.repeat(100) });

    // Assess
    expect(published.MessageId).toEqual(expect.any(String));
  });

  it.each<[string, Partial<PublishCommandInput>, RegExp]>([
    ['a subject of 101 characters', { Subject: 's'.repeat(101) }, /Subject/],
    ['an empty subject', { Subject: '' }, /Subject/],
    ['a subject with a line break', { Subject: 'one\ntwo' }, /Subject/],
    ['a subject with a control character', { Subject: 'one\u0007' }, /Subject/],
    ['a subject that begins with a space', { Subject: ' one' }, /Subject/],
    ['a message over 262,144 bytes', { Message: 'ü'.repeat(131_073) }, /too long/],
    ['an empty message', { Message: '' }, /Empty message/],
    ['JSON that is none', { MessageStructure: 'json', Message: '{' }, /failed to parse/],
    ['JSON without a default', { MessageStructure: 'json', Message: '{"email":"x"}' }, /No default entry/],
    [
      'JSON whose values are not text',
      { MessageStructure: 'json', Message: '{"default":"x","https":{}}' },
      /must be a string/,
    ],
    ['another structure than json', { MessageStructure: 'yaml' }, /MessageStructure/],
  ])('refuses %s', async (_title, input, says) => {
    // Prepare
    const { sandbox, subscribe, publish } = await topicFixture();
    await subscribe('email', 'team@example.com');

    // Act
    const refusal: unknown = await publish(input).catch((thrown: unknown) => thrown);

    // Assess
    expect(refusal).toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(says),
    });
    expect(sandbox.deliveries).toEqual([]);
  });

  it('refuses a topic that does not exist', async () => {
    // Prepare
    const { publish } = await topicFixture();

    // Act
    const publishing = publish({ TopicArn: 'arn:aws:sns:eu-west-1:111122223333:nowhere' });

    // Assess
    await expect(publishing).rejects.toMatchObject({ name: 'NotFoundException' });
  });
});

describe('a subscription by mail', () => {
  it('gets nothing until it is confirmed, where confirmation is by hand', async () => {
    // Prepare
    const { sandbox, subscribe, publish } = await topicFixture({ confirmSubscriptions: 'by-hand' });
    const { SubscriptionArn } = await subscribe('email', 'team@example.com');

    // Act
    await publish({ Message: 'early' });
    sandbox.confirmSubscription('team@example.com');
    await publish({ Message: 'late' });

    // Assess
    expect(SubscriptionArn).toBe('pending confirmation');
    expect(sandbox.deliveries.map(({ body }) => body)).toEqual(['late']);
  });

  it('is listed with its topic', async () => {
    // Prepare
    const { sns, TopicArn, subscribe } = await topicFixture({ confirmSubscriptions: 'by-hand' });
    await subscribe('email', 'team@example.com');

    // Act
    const { Topics } = await sns.send(new ListTopicsCommand({}));
    const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));

    // Assess
    expect(Topics).toEqual([{ TopicArn }]);
    expect(Subscriptions).toMatchObject([
      { Endpoint: 'team@example.com', SubscriptionArn: 'PendingConfirmation' },
    ]);
  });
});
