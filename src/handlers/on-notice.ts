import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import type { SNSClient } from '@aws-sdk/client-sns';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { NoticeConfig } from '../config.ts';
import { noticeOf } from '../notify/outcome-notice.ts';
import { publishNotice } from '../notify/publish.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { logKeys } from './log-keys.ts';

interface Channels {
  readonly config: Omit<NoticeConfig, 'ledgerTable'>;
  readonly sns: SNSClient;
  readonly logger: Logger;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Milliseconds after each publish, the last of a batch too, because the next batch comes at once. SNS turns an email
 * subscription off that gets over ten messages a second (AWS re:Post, disabled email subscriptions); the queue has two
 * consumers at most (serverless.yml), which makes less than seven.
 */
const pause = 300;

/**
 * Takes outcomes from the queue `notices` and tells people, one at a time.
 * @returns the messages whose notice could not be sent; the queue keeps them, whole, and at last its dead-letter queue
 */
export const onNotice = (channels: Channels) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(channels.logger))
    .handler((event) => {
      const processor = new BatchProcessor(EventType.SQS);
      const take = (record: SQSRecord) => takeOutcome(channels, record);
      return processPartialResponse(event, take, processor, {
        processInParallel: false,
        throwOnFullBatchFailure: false,
      });
    });

const takeOutcome = async ({ config, sns, logger, wait }: Channels, record: SQSRecord): Promise<void> => {
  // Written by on-pool-change, which alone may send to this queue; what isn't JSON ends in the dead-letter queue.
  const outcome = JSON.parse(record.body) as Outcome;
  const notice = noticeOf(outcome, config);
  const keys = (reason: string) => ({
    ...logKeys({ pool: outcome.pool?.arn, causes: outcome.causes, outcome: outcome.id, reason }),
  });
  if (!notice) {
    logger.info('silent', keys(`Nothing to tell of ${outcome.kind}.`));
    return;
  }
  const delivery = await publishNotice(sns, config.noticesTopicArn, notice);
  await wait(pause);
  if (delivery.kind === 'sent') {
    logger.info('told', keys(delivery.messageId));
    return;
  }
  logger.error('not told', keys(delivery.reason));
  throw new Error(`The notice of outcome ${outcome.id} could not be sent: ${delivery.reason}`);
};
