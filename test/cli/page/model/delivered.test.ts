import { describe, expect, it } from 'vitest';
import { chatView } from '../../../../src/cli/page/model/chat-view.ts';
import { mailView } from '../../../../src/cli/page/model/mail-view.ts';
import { chatMessage } from '../../../../src/notify/chat-message.ts';
import { emailText } from '../../../../src/notify/email-text.ts';
import type { Delivery } from '../../../../src/sandbox/sns/topics.ts';
import { aNotice } from '../../../support/a-notice.ts';

const aDelivery = (overrides: Partial<Delivery> = {}): Delivery => ({
  at: new Date('2026-11-23T09:14:42.000Z'),
  topicArn: 'arn:aws:sns:eu-west-1:111122223333:notices',
  messageId: 'message-1',
  protocol: 'email',
  endpoint: 'security@example.com',
  subject: 'Fixed',
  body: 'Fixed.\n',
  ...overrides,
});

const inEnvelope = (message: unknown): Delivery =>
  aDelivery({
    protocol: 'https',
    body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(message) }),
  });

const untitled = () => undefined;

describe('a mail', () => {
  it('has its sender, its reader, its topic and its lines', () => {
    const { subject, body } = emailText(aNotice());

    const mail = mailView(aDelivery({ subject, body }), 'n1');

    expect(mail).toMatchObject({
      at: '2026-11-23T09:14:42.000Z',
      from: 'AWS Notifications <no-reply@sns.amazonaws.com>',
      to: 'security@example.com',
      topic: 'notices',
      subject,
    });
    expect(mail.lines).toEqual(body.trimEnd().split('\n'));
  });

  it('without a subject has the one that SNS gives it', () => {
    expect(mailView(aDelivery({ subject: undefined }), 'n1').subject).toBe('AWS Notification Message');
  });

  it('of more lines than a page has room for says how many more there are', () => {
    const { lines } = mailView(aDelivery({ body: 'x\n'.repeat(3000) }), 'n1');

    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('(2000 more lines)');
  });

  it('with characters that turn text shows them as what they are', () => {
    expect(mailView(aDelivery({ body: '\u202eabc' }), 'n1').lines).toEqual(['\\u202eabc']);
  });
});

describe('a chat message', () => {
  it('has its thread, its pool and its text in stretches', () => {
    const message = chatMessage(aNotice());

    const chat = chatView(inEnvelope(message), 'n1', (region, id) => `${region} ${id}`);

    expect(chat).toMatchObject({
      thread: message.metadata.threadId,
      about: 'eu-west-1 eu-west-1_AbCdEf123',
      title: [
        { text: '[HIGH] Fixed in ', marks: [] },
        { text: 'prod-eu', marks: ['code'] },
        { text: ': ', marks: [] },
        { text: 'checkout-users', marks: ['code'] },
        { text: ' MinimumLength found ', marks: [] },
        { text: '8', marks: ['code'] },
        { text: ', now ', marks: [] },
        { text: '14', marks: ['code'] },
      ],
    });
    expect(chat?.steps).toHaveLength(message.content.nextSteps.length);
  });

  it('about no pool or several is about the account', () => {
    const { content, metadata } = chatMessage(aNotice());
    const relatedResources = [...metadata.relatedResources, ...metadata.relatedResources];

    expect(
      chatView(
        inEnvelope({
          version: '1.0',
          source: 'custom',
          content,
          metadata: { ...metadata, relatedResources },
        }),
        'n1',
        untitled,
      )?.about,
    ).toBe('the account');
  });

  it.each([
    ['no JSON', aDelivery({ body: 'All is well.' })],
    ['no envelope', aDelivery({ body: '{}' })],
    ['no message', inEnvelope('All is well.')],
    ['another version', inEnvelope({ ...chatMessage(aNotice()), version: '2.0' })],
    ['another source', inEnvelope({ ...chatMessage(aNotice()), source: 'aws.cloudwatch' })],
    ['no content', inEnvelope({ version: '1.0', source: 'custom' })],
    [
      'steps that are no text',
      inEnvelope({
        ...chatMessage(aNotice()),
        content: { ...chatMessage(aNotice()).content, nextSteps: [1] },
      }),
    ],
  ])('is nothing that Amazon Q would drop: %s', (_, delivery) => {
    expect(chatView(delivery, 'n1', untitled)).toBeUndefined();
  });
});
