import { Logger } from '@aws-lambda-powertools/logger';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lookMessage } from '../../src/change/look-request.ts';
import { onNotice } from '../../src/handlers/on-notice.ts';
import { onPoolChange } from '../../src/handlers/on-pool-change.ts';
import { tellByQueue } from '../../src/handlers/tell-by-queue.ts';
import { snsSender } from '../../src/notify/sns-sender.ts';
import { topicSubscribers } from '../../src/notify/topic-subscribers.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { anEventFor, batchOf, context } from '../support/a-batch.ts';
import { aGovernedPool, passwordsWith } from '../support/a-governed-pool.ts';
import { aNoticeMemory } from '../support/a-notice-memory.ts';
import { anOutcome, anOutcomeOf } from '../support/an-outcome.ts';

/** A governed pool with the queues, the topic and both handlers, called by hand. */
const aDeployment = async () => {
  const governed = await aGovernedPool();
  const settings = {
    endpoint: governed.sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  };
  const sqs = new SQSClient(settings);
  const sns = new SNSClient(settings);
  const { QueueUrl: queueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'notices' }));
  const { TopicArn: noticesTopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  await sns.send(
    new SubscribeCommand({ TopicArn: noticesTopicArn, Protocol: 'email', Endpoint: 'security@example.com' }),
  );
  const logger = new Logger({ serviceName: 'cognito-lifeguard', logLevel: 'INFO' });
  const world = { ...governed.world, tell: tellByQueue(sqs, queueUrl) };
  return {
    ...governed,
    poolChange: (event: SQSEvent, regions?: readonly string[]) =>
      onPoolChange({ world, logger, ...(regions && { regions }) })(event, context),
    notice: (event: SQSEvent) =>
      onNotice({
        teller: {
          topics: {
            notices: snsSender(sns, noticesTopicArn, 'notices'),
            urgent: snsSender(sns, noticesTopicArn, 'urgent'),
          },
          people: [],
          ownersOf: () => [],
          machines: [],
          memory: aNoticeMemory(),
          later: async () => {},
          now: governed.clock.now,
          wait: async () => {},
        },
        listeners: { topicArns: [], subscribersOf: topicSubscribers(sns) },
        again: async () => {},
        giveUp: async () => {},
        logger,
      })(event, context),
    /** The outcomes on the queue `notices`. */
    queued: async (): Promise<Outcome[]> => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
      );
      return Messages.map(({ Body = '' }) => JSON.parse(Body) as Outcome);
    },
  };
};

const lines: Record<string, unknown>[] = [];

beforeEach(() => {
  lines.length = 0;
  // Makes the logger write to the console that can be watched, not to one of its own.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const keep = (line: string) => {
    lines.push(JSON.parse(line));
  };
  for (const method of ['info', 'error', 'warn', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(keep);
});

describe('on-pool-change', () => {
  it('puts a weakened pool right and hands the outcome to the queue', async () => {
    const { pool, change, poolChange, queued, describe: describePool } = await aDeployment();
    await change(passwordsWith({ MinimumLength: 8 }));

    const answer = await poolChange(batchOf(anEventFor(pool.id)));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await queued()).toMatchObject([
      { kind: 'remediated', causes: [{ actor: { userAgent: 'aws-cli/2.31.0' } }] },
    ]);
    expect(await describePool()).toMatchObject({ Policies: { PasswordPolicy: { MinimumLength: 14 } } });
  });

  it('looks at no pool of a Region that isn’t governed, whoever asks for it', async () => {
    const { pool, change, poolChange, queued } = await aDeployment();
    await change(passwordsWith({ MinimumLength: 8 }));
    const look = JSON.parse(lookMessage({ pool }));

    await poolChange(batchOf(anEventFor(pool.id), look), ['us-east-1']);

    expect(await queued()).toEqual([]);
    expect(lines.map(({ message, reason }) => [message, String(reason).split(':')[0]])).toEqual([
      ['ignored', 'other-region'],
      ['ignored', 'other-region'],
    ]);
  });

  it('queues nothing for a compliant pool', async () => {
    const { pool, poolChange, queued } = await aDeployment();

    await poolChange(batchOf(anEventFor(pool.id)));

    expect(await queued()).toEqual([]);
  });

  it.each([
    ['no JSON', '{"half'],
    ['no event', '42'],
    ['a failed call', JSON.stringify(anEventFor('eu-west-1_A', { errorCode: 'AccessDenied' }))],
    ['no pool id', JSON.stringify(anEventFor('', { requestParameters: null }))],
    ['another account', JSON.stringify(anEventFor('eu-west-1_A', { recipientAccountId: '444455556666' }))],
  ])('ignores %s, says why, and holds nobody up', async (_, body) => {
    const { pool, poolChange, ourCalls } = await aDeployment();

    const answer = await poolChange(batchOf(body, anEventFor(pool.id)));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(lines).toContainEqual(
      expect.objectContaining({ message: 'ignored', reason: expect.stringMatching(/^[a-z-]+: .+/) }),
    );
    expect(ourCalls()).toContain('DescribeUserPool');
  });

  it('gives back only the message whose pool could not be looked at', async () => {
    const { pool, poolChange, sandbox } = await aDeployment();
    sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool', poolId: 'eu-west-1_Other' });

    const answer = await poolChange(batchOf(anEventFor('eu-west-1_Other'), anEventFor(pool.id)));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'ERROR',
        message: 'unfinished',
        pool: expect.stringContaining('eu-west-1_Other'),
      }),
    );
  });

  it('looks once at a pool that several messages name, and names all who called', async () => {
    const { pool, change, poolChange, queued, ourCalls } = await aDeployment();
    await change(passwordsWith({ MinimumLength: 8 }));

    await poolChange(batchOf(anEventFor(pool.id), anEventFor(pool.id, { eventID: 'another' })));

    expect(ourCalls().filter((call) => call === 'DescribeUserPool')).toHaveLength(2);
    expect(await queued()).toMatchObject([{ causes: [{ eventId: 'an-event' }, { eventId: 'another' }] }]);
  });

  it('gives back every message of a pool whose look could not be finished', async () => {
    const { pool, poolChange, sandbox } = await aDeployment();
    sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });

    const answer = await poolChange(
      batchOf(anEventFor(pool.id), '42', anEventFor(pool.id, { eventID: 'another' })),
    );

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }, { itemIdentifier: 'm2' }] });
  });

  it('writes the same keys on every line of its log', async () => {
    const { pool, poolChange, change } = await aDeployment();
    await change(passwordsWith({ MinimumLength: 8 }));

    await poolChange(batchOf(anEventFor(pool.id), '42'));

    expect(lines).toHaveLength(2);
    for (const line of lines)
      for (const key of ['pool', 'causes', 'outcome', 'reason', 'service', 'function_name'])
        expect(line).toHaveProperty(key);
  });

  it('logs no setting’s value', async () => {
    const { pool, poolChange, change } = await aDeployment();
    await change(passwordsWith({ MinimumLength: 8 }));

    await poolChange(batchOf(anEventFor(pool.id)));

    expect(JSON.stringify(lines)).not.toContain('6f1c2f6e-90a3');
    expect(JSON.stringify(lines)).not.toContain('checkout-allow-list');
  });
});

describe('on-notice', () => {
  it('mails what happened', async () => {
    const { notice, sandbox } = await aDeployment();

    const answer = await notice(batchOf(anOutcome()));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(sandbox.deliveries).toMatchObject([{ protocol: 'email', endpoint: 'security@example.com' }]);
  });

  it('gives back a notice that SNS did not take, and sends the others', async () => {
    const { notice, sandbox } = await aDeployment();
    sandbox.faults.add({ kind: 'internal-error', operation: 'Publish', when: 'before' });

    const answer = await notice(batchOf(anOutcomeOf('first'), anOutcomeOf('second')));

    expect(answer?.batchItemFailures).toHaveLength(1);
    expect(sandbox.deliveries).toHaveLength(1);
  });

  it('gives back what isn’t an outcome, so that it ends in the dead-letter queue', async () => {
    const { notice } = await aDeployment();

    expect(await notice(batchOf('not JSON'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('is silent about a compliant pool', async () => {
    const { notice, sandbox } = await aDeployment();

    await notice(batchOf(anOutcome({ kind: 'compliant', findings: [], changes: [] })));

    expect(sandbox.deliveries).toEqual([]);
  });
});
