import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import type { SNSClient } from '@aws-sdk/client-sns';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { NoticeConfig } from '../config.ts';
import type { NoticeMemory } from '../ledger/notice-memory.ts';
import { noticeOfAnnouncement } from '../notify/announcement-notice.ts';
import type { Notice } from '../notify/notice.ts';
import { noticeOf } from '../notify/outcome-notice.ts';
import { publishNotice } from '../notify/publish.ts';
import { logKeys } from './log-keys.ts';
import { type News, readNews } from './read-news.ts';

interface Channels {
  readonly config: Omit<NoticeConfig, 'ledgerTable'>;
  readonly sns: SNSClient;
  readonly memory: NoticeMemory;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Milliseconds after each publish, the last of a batch too, because the next batch comes at once. SNS turns an email
 * subscription off that gets over ten messages a second (AWS re:Post, disabled email subscriptions); the queue has two
 * consumers at most (serverless.yml), which makes less than seven.
 */
const pause = 300;

/**
 * Takes outcomes and announcements from the queue `notices` and tells people, one at a time and each once.
 * @returns the messages whose notice could not be sent; the queue keeps them, whole, and at last its dead-letter queue
 */
export const onNotice = (channels: Channels) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(channels.logger))
    .handler((event) => {
      const processor = new BatchProcessor(EventType.SQS);
      const take = (record: SQSRecord) => takeNews(channels, readNews(record.body));
      return processPartialResponse(event, take, processor, {
        processInParallel: false,
        throwOnFullBatchFailure: false,
      });
    });

/** What the log lines of a message have in common. */
type Subject = Omit<Parameters<typeof logKeys>[0], 'reason'>;

const takeNews = async (channels: Channels, news: News): Promise<void> => {
  const { config, logger } = channels;
  if (news.kind === 'announcement') {
    const { announcement } = news;
    return tellOnce(channels, noticeOfAnnouncement(announcement, config), { outcome: announcement.id });
  }
  const { id, kind, pool, causes } = news.outcome;
  const subject = { pool: pool?.arn, causes, outcome: id };
  const notice = noticeOf(news.outcome, config);
  if (notice) return tellOnce(channels, notice, subject);
  logger.info('silent', { ...logKeys({ ...subject, reason: `Nothing to tell of ${kind}.` }) });
};

const tellOnce = async (
  { config, sns, memory, logger, now, wait }: Channels,
  notice: Notice,
  subject: Subject,
): Promise<void> => {
  const keys = (reason: string) => ({ ...logKeys({ ...subject, reason }) });
  // A memory that can't be read silences nobody: twice is better than never.
  const isTold = await memory.isTold(notice.id).catch((error: unknown) => {
    logger.error('memory not read', keys(String(error)));
    return false;
  });
  if (isTold) {
    logger.info('told before', keys('The same message came again.'));
    return;
  }
  const isMine = await memory.begin(notice.id, now().toISOString()).catch((error: unknown) => {
    logger.error('memory not read', keys(String(error)));
    return true;
  });
  // By the time that the queue brings it again, it has been told, or nobody is at it any more.
  if (!isMine) throw new Error(`The notice ${notice.id} is being told by another process.`);
  const delivery = await publishNotice(sns, config.noticesTopicArn, notice);
  if (delivery.kind !== 'sent') {
    await memory.giveBack(notice.id).catch(() => undefined);
    await wait(pause);
    logger.error('not told', keys(delivery.reason));
    throw new Error(`The notice ${notice.id} could not be sent: ${delivery.reason}`);
  }
  logger.info('told', keys(delivery.messageId));
  // Before the pause: the same message may be in another's hands, or come again because this process is gone.
  // People have it. Given back, the message would be told twice for certain; forgotten, only if it comes again.
  await memory.told(notice.id).catch((error: unknown) => {
    logger.error('not remembered', keys(String(error)));
  });
  await wait(pause);
};
