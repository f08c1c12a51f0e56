import { Logger } from '@aws-lambda-powertools/logger';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { onNotice } from '../../src/handlers/on-notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { anOutcome } from '../support/an-outcome.ts';

interface Pause {
  readonly milliseconds: number;
  /** How many mails had come when it was asked for. */
  readonly delivered: number;
}

/** Of a record, on-notice reads the id and the body. */
const batchOf = (outcomes: readonly Outcome[]) =>
  ({
    Records: outcomes.map((outcome) => ({ messageId: outcome.id, body: JSON.stringify(outcome) })),
  }) as SQSEvent;

/** Has outcomes told, in one batch, to one mail subscriber. */
const told = async (outcomes: readonly Outcome[]) => {
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1' });
  onTestFinished(() => sandbox.close());
  const sns = new SNSClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
  });
  const { TopicArn: noticesTopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  await sns.send(
    new SubscribeCommand({ TopicArn: noticesTopicArn, Protocol: 'email', Endpoint: 'security@example.com' }),
  );
  const pauses: Pause[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    pauses.push({ milliseconds, delivered: sandbox.deliveries.length });
  };
  const logger = new Logger({ logLevel: 'SILENT' });
  await onNotice({ config: { noticesTopicArn }, sns, logger, wait })(batchOf(outcomes), {} as Context);
  return { pauses, mails: sandbox.deliveries.map(({ body }) => body) };
};

describe('on-notice', () => {
  it('pauses after each notice, so that two consumers stay below ten mails a second', async () => {
    const outcomes = Array.from({ length: 10 }, (_, index) => anOutcome({ id: `outcome-${index}` }));

    const { pauses } = await told(outcomes);

    expect(pauses).toHaveLength(10);
    for (const { milliseconds } of pauses) expect(milliseconds).toBeGreaterThanOrEqual(250);
    const together = pauses.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    expect(together).toBeLessThan(10_000);
  });

  it('publishes one notice at a time, in the order of the batch', async () => {
    const { pauses, mails } = await told([anOutcome({ id: 'first' }), anOutcome({ id: 'second' })]);

    expect(pauses.map(({ delivered }) => delivered)).toEqual([1, 2]);
    expect(mails.map((body) => /^Notice +(\w+)$/m.exec(body)?.[1])).toEqual(['first', 'second']);
  });

  it('does not pause for an outcome that tells nothing', async () => {
    const { pauses } = await told([anOutcome({ kind: 'compliant', findings: [], changes: [] })]);

    expect(pauses).toEqual([]);
  });
});
