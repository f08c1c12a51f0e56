import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { describe, expect, it, onTestFinished } from 'vitest';
import { onNotice } from '../../src/handlers/on-notice.ts';
import type { NoticeMemory } from '../../src/ledger/notice-memory.ts';
import { snsSender } from '../../src/notify/sns-sender.ts';
import { topicSubscribers } from '../../src/notify/topic-subscribers.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { batchOf, context } from '../support/a-batch.ts';
import { aClock } from '../support/a-clock.ts';
import { aLogger } from '../support/a-logger.ts';
import { aNoticeMemory } from '../support/a-notice-memory.ts';
import { anOutcome, anOutcomeOf } from '../support/an-outcome.ts';

interface Pause {
  readonly milliseconds: number;
  /** How many mails had come when it was asked for. */
  readonly delivered: number;
}

const memoryLost: Announcement = {
  schema: 'cognito-lifeguard/announcement/1',
  id: 'memory-lost-1',
  at: '2026-11-23T09:20:00.000Z',
  accountId: '111122223333',
  policyDigest: 'sha256:2f1d0c',
  kind: 'memory-lost',
};

/** A memory that a test can look into and break. */
const aMemory = (ids: readonly string[] = []): NoticeMemory => {
  const memory = aNoticeMemory();
  const isTold: NoticeMemory['isTold'] = async (key) =>
    ids.some((id) => key === `${id}#topic`) || memory.isTold(key);
  return { ...memory, isTold };
};

const fails = async (): Promise<never> => {
  throw new Error('the table is out of reach');
};

/** The handler before two topics with a mail subscriber each; messages are handed to it in one batch. */
const aHandler = async (memory: NoticeMemory = aMemory(), pausing?: () => Promise<void>) => {
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1' });
  onTestFinished(() => sandbox.close());
  const sns = new SNSClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  });
  const topicOf = async (name: string): Promise<string> => {
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: name }));
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: `${name}@example.com` }));
    return TopicArn;
  };
  const topics = { notices: await topicOf('notices'), urgent: await topicOf('urgent') };
  const { logger, lines } = aLogger();
  const pauses: Pause[] = [];
  const sentAgain: { readonly body: string; readonly seconds: number }[] = [];
  const givenUp: { readonly body: string; readonly reason: string }[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    pauses.push({ milliseconds, delivered: sandbox.deliveries.length });
  };
  const again = async (body: string, seconds: number): Promise<void> => {
    sentAgain.push({ body, seconds });
  };
  return {
    sandbox,
    pauses,
    lines,
    sentAgain,
    givenUp,
    mails: () => sandbox.deliveries.map(({ body }) => body),
    take: (messages: readonly unknown[], noticesTopicArn = topics.notices) =>
      onNotice({
        teller: {
          topics: {
            notices: snsSender(sns, noticesTopicArn, 'notices'),
            urgent: snsSender(sns, topics.urgent, 'urgent'),
          },
          people: [],
          ownersOf: () => [],
          machines: [],
          memory,
          later: (message, seconds) => again(JSON.stringify(message), seconds),
          now: aClock().now,
          wait: pausing ?? wait,
        },
        listeners: { topicArns: Object.values(topics), subscribersOf: topicSubscribers(sns) },
        again,
        giveUp: async (body, reason) => {
          givenUp.push({ body, reason });
        },
        logger,
      })(batchOf(...messages), context),
  };
};

const ids = (mails: readonly string[]) => mails.map((body) => /^Notice +(\S+)$/m.exec(body)?.[1]);

describe('on-notice', () => {
  it('pauses after each notice, so that two consumers stay below one message a second', async () => {
    const { take, pauses } = await aHandler();

    await take(Array.from({ length: 4 }, (_, index) => anOutcomeOf(`outcome-${index}`)));

    expect(pauses).toHaveLength(4);
    for (const { milliseconds } of pauses) expect(milliseconds).toBeGreaterThan(2000);
  });

  it('publishes one notice at a time, in the order of the batch', async () => {
    const { take, pauses, mails } = await aHandler();

    await take([anOutcomeOf('first'), anOutcomeOf('second')]);

    expect(pauses.map(({ delivered }) => delivered)).toEqual([1, 2]);
    expect(ids(mails())).toEqual(['first', 'second']);
  });

  it('does not pause for an outcome that tells nothing', async () => {
    const { take, pauses } = await aHandler();

    await take([anOutcome({ kind: 'compliant', findings: [], changes: [] })]);

    expect(pauses).toEqual([]);
  });

  it('tells announcements beside outcomes', async () => {
    const { take, mails } = await aHandler();

    const answer = await take([memoryLost, anOutcome({ id: 'outcome-1' })]);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ids(mails())).toEqual(['memory-lost-1', 'outcome-1']);
    expect(mails()[0]).toMatch(/^Lifeguard's memory of all pools/);
  });

  it('tells an outcome that a version without remarks put on the queue', async () => {
    const { take, mails } = await aHandler();
    const { remarks: _, ...older } = anOutcome({ id: 'older' });

    await take([older]);

    expect(ids(mails())).toEqual(['older']);
  });

  it.each([
    ['a schema of tomorrow', { ...anOutcome(), schema: 'cognito-lifeguard/outcome/2' }],
    ['no schema', { id: 'x' }],
    ['null', 'null'],
    ['no JSON', '{"half'],
  ])('gives a message with %s back, so that it ends in the dead-letter queue', async (_case, message) => {
    const { take, mails } = await aHandler();

    const answer = await take([message, anOutcome({ id: 'good' })]);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(ids(mails())).toEqual(['good']);
  });
});

describe('a message that comes twice', () => {
  it.each([
    ['an outcome', anOutcome({ id: 'once' })],
    ['an announcement', { ...memoryLost, id: 'once' }],
  ])('is told once: %s', async (_case, message) => {
    const { take, mails, lines } = await aHandler();

    await take([message]);
    const answer = await take([message, message]);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ids(mails())).toEqual(['once']);
    expect(lines.filter(({ message: text }) => text === 'told before')).toMatchObject([
      { outcome: 'once' },
      { outcome: 'once' },
    ]);
  });

  it('is told once where the process that told it is gone during its pause', async () => {
    const memory = aMemory();
    const dying = await aHandler(memory, fails);
    await dying.take([anOutcome({ id: 'once' })]);
    const { take, mails } = await aHandler(memory);

    await take([anOutcome({ id: 'once' })]);

    expect(ids([...dying.mails(), ...mails()])).toEqual(['once']);
  });

  it('is given back while another process may be telling it', async () => {
    const { take, mails } = await aHandler({ ...aMemory(), begin: async () => false });

    const answer = await take([anOutcome({ id: 'once' })]);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(mails()).toEqual([]);
  });

  it('is given up whole where SNS will never take it, and goes out on redrive, once', async () => {
    const { take, mails, givenUp } = await aHandler();
    const message = anOutcome({ id: 'once' });

    const refused = await take([message], 'arn:aws:sns:eu-west-1:111122223333:no-such-topic');
    await take(givenUp.map(({ body }) => body));
    await take(givenUp.map(({ body }) => body));

    expect(refused).toEqual({ batchItemFailures: [] });
    expect(givenUp).toEqual([{ body: JSON.stringify(message), reason: expect.stringContaining('NotFound') }]);
    expect(ids(mails())).toEqual(['once']);
  });

  it('is given back where SNS may take it later', async () => {
    const { take, mails, sandbox } = await aHandler();
    sandbox.faults.add({ kind: 'internal-error', operation: 'Publish', when: 'before' });

    const refused = await take([anOutcome({ id: 'once' })]);
    await take([anOutcome({ id: 'once' })]);

    expect(refused).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(ids(mails())).toEqual(['once']);
  });
});

describe('a notice memory out of reach', () => {
  it('silences nobody where it can’t say who tells', async () => {
    const { take, mails } = await aHandler({ ...aMemory(), begin: fails });

    await take([anOutcome({ id: 'once' })]);

    expect(ids(mails())).toEqual(['once']);
  });

  it('silences nobody where it can’t be read', async () => {
    const { take, mails, lines } = await aHandler({ ...aMemory(['once']), isTold: fails });

    const answer = await take([anOutcome({ id: 'once' })]);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ids(mails())).toEqual(['once']);
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'ERROR',
        message: 'memory not read',
        reason: expect.stringContaining('out of reach'),
      }),
    );
  });

  it('brings no message again that people have, where it can’t be written', async () => {
    const { take, mails, lines } = await aHandler({ ...aMemory(), told: fails });

    const answer = await take([anOutcome({ id: 'once' })]);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ids(mails())).toEqual(['once']);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'ERROR', message: 'not remembered', outcome: 'once' }),
    );
  });
});

describe('who listens', () => {
  it('is looked at when a sweep asks, and a topic without a reader is told on the others', async () => {
    const { take, mails, lines } = await aHandler();

    await take([{ schema: 'cognito-lifeguard/telling/1', kind: 'check-listeners' }]);

    expect(mails()).toEqual([]);
    expect(lines).toEqual([]);
  });
});
