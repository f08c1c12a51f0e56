import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Sweeper } from '../sweep/sweeper.ts';
import { takeSweepMessage } from '../sweep/take-sweep-message.ts';
import { accountOf } from './account-of.ts';
import { type Counter, uncounted } from './counter.ts';
import { logKeys } from './log-keys.ts';
import { readJson } from './read-json.ts';

interface Deployed {
  /** The account, Lambda says at each invocation. */
  readonly sweeper: Omit<Sweeper, 'accountId' | 'count'>;
  readonly logger: Logger;
  readonly counter?: Counter;
}

/**
 * Takes messages from the queue `sweeps`, one after the other: the schedule, the end of a deployment, a sweep's own
 * steps, and checks of pauses.
 * @returns the messages that must be brought again: pools could not be listed, or a queue or the ledger not be reached
 */
export const onSweep = ({ sweeper, logger, counter = uncounted }: Deployed) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger))
    .handler(async (event, context) => {
      const whole = { ...sweeper, accountId: accountOf(context), count: counter.count };
      const take = async ({ messageId, body }: SQSRecord): Promise<void> => {
        try {
          const { kind, reason } = await takeSweepMessage(whole, messageId, readJson(body));
          logger.info(kind, { ...logKeys({ reason }) });
        } catch (error) {
          logger.error('unfinished', { ...logKeys({ reason: String(error) }) });
          throw error;
        }
      };
      try {
        return await processPartialResponse(event, take, new BatchProcessor(EventType.SQS), {
          processInParallel: false,
          throwOnFullBatchFailure: false,
        });
      } finally {
        counter.publish();
      }
    });
