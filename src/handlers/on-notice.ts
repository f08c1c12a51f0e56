import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Listeners } from '../telling/check-listeners.ts';
import { readNews } from '../telling/read-news.ts';
import { takeNews } from '../telling/take-news.ts';
import type { Teller } from '../telling/teller.ts';
import { accountOf } from './account-of.ts';
import { type Counter, uncounted } from './counter.ts';
import { keysOfNews } from './keys-of-news.ts';

interface Deployed {
  readonly teller: Omit<Teller, 'log' | 'count'>;
  readonly listeners: Listeners;
  /** Sends the same message to the queue `notices` again, to come in so many seconds. */
  readonly again: (body: string, seconds: number) => Promise<void>;
  /** Puts a message that no attempt can tell among the dead letters, whole. */
  readonly giveUp: (body: string, reason: string) => Promise<void>;
  /** The account's name for people. */
  readonly accountAlias?: string;
  readonly logger: Logger;
  readonly counter?: Counter;
}

/**
 * Takes outcomes and announcements from the queue `notices` and tells people, one at a time and each once.
 * @returns the messages whose notice could not be sent and may be later; the queue keeps them, whole, and at last its
 *   dead-letter queue
 */
export const onNotice = (deployed: Deployed) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(deployed.logger))
    .handler(async (event, context) => {
      const { accountAlias, counter = uncounted } = deployed;
      const account = {
        accountId: accountOf(context),
        ...(accountAlias !== undefined && { accountAlias }),
      };
      try {
        return await processPartialResponse(
          event,
          (record: SQSRecord) => takeRecord(deployed, account, record),
          new BatchProcessor(EventType.SQS),
          { processInParallel: false, throwOnFullBatchFailure: false },
        );
      } finally {
        counter.publish();
      }
    });

const takeRecord = async (
  { teller, listeners, again, giveUp, logger, counter = uncounted }: Deployed,
  account: { readonly accountId: string; readonly accountAlias?: string },
  { body }: SQSRecord,
): Promise<void> => {
  const news = readNews(body);
  const log: Teller['log'] = (level, line, reason) => logger[level](line, { ...keysOfNews(news, reason) });
  const told = await takeNews({ ...teller, log, count: counter.count }, account, listeners, news);
  switch (told.kind) {
    case 'done':
      return;
    case 'later':
      return again(body, told.seconds);
    case 'failed':
      if (told.retryable) throw new Error(`The notice could not be sent: ${told.reason}`);
      await giveUp(body, told.reason);
      log('error', 'given up', `${told.reason} The message is whole in the dead-letter queue.`);
  }
};
