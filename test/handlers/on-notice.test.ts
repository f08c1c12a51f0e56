import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Context } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { onNotice } from '../../src/handlers/on-notice.ts';
import type { NoticeMemory } from '../../src/ledger/notice-memory.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { batchOf } from '../support/a-batch.ts';
import { aClock } from '../support/a-clock.ts';
import { aLogger } from '../support/a-logger.ts';
import { anOutcome } from '../support/an-outcome.ts';

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

const aMemory = (ids: readonly string[] = []): NoticeMemory => {
  const told = new Set(ids);
  return {
    isTold: async (id) => told.has(id),
    begin: async () => true,
    giveBack: async () => {},
    told: async (id) => {
      told.add(id);
    },
  };
};

const fails = async (): Promise<never> => {
  throw new Error('the table is out of reach');
};

/** The handler before a topic with one mail subscriber; messages are handed to it in one batch. */
const aHandler = async (memory: NoticeMemory = aMemory(), pausing?: () => Promise<void>) => {
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1' });
  onTestFinished(() => sandbox.close());
  const sns = new SNSClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  });
  const { TopicArn: topic = '' } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  await sns.send(
    new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'security@example.com' }),
  );
  const { logger, lines } = aLogger();
  const pauses: Pause[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    pauses.push({ milliseconds, delivered: sandbox.deliveries.length });
  };
  return {
    pauses,
    lines,
    mails: () => sandbox.deliveries.map(({ body }) => body),
    take: (messages: readonly unknown[], noticesTopicArn = topic) =>
      onNotice({
        config: { noticesTopicArn },
        sns,
        memory,
        logger,
        now: aClock().now,
        wait: pausing ?? wait,
      })(batchOf(...messages), {} as Context),
  };
};

const ids = (mails: readonly string[]) => mails.map((body) => /^Notice +(\S+)$/m.exec(body)?.[1]);

describe('on-notice', () => {
  it('pauses after each notice, so that two consumers stay below ten mails a second', async () => {
    const { take, pauses } = await aHandler();

    await take(Array.from({ length: 10 }, (_, index) => anOutcome({ id: `outcome-${index}` })));

    expect(pauses).toHaveLength(10);
    for (const { milliseconds } of pauses) expect(milliseconds).toBeGreaterThanOrEqual(250);
    const together = pauses.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    expect(together).toBeLessThan(10_000);
  });

  it('publishes one notice at a time, in the order of the batch', async () => {
    const { take, pauses, mails } = await aHandler();

    await take([anOutcome({ id: 'first' }), anOutcome({ id: 'second' })]);

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

  it('is told when SNS refused it the first time', async () => {
    const { take, mails } = await aHandler();
    const message = anOutcome({ id: 'once' });

    const refused = await take([message], 'arn:aws:sns:eu-west-1:111122223333:no-such-topic');
    await take([message]);

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
