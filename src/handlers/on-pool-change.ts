import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseCloudTrail } from '../change/parse-cloudtrail.ts';
import { enforce } from '../enforce.ts';
import type { World } from '../world.ts';
import { logKeys } from './log-keys.ts';
import { readJson } from './read-json.ts';

/**
 * Takes EventBridge events from the queue `pool-changes`, one look for each.
 * @returns the messages that must be brought again: AWS could not be reached, or the claim was lost
 */
export const onPoolChange = ({ world, logger }: { readonly world: World; readonly logger: Logger }) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger))
    .handler(async (event, context) => {
      const processor = new BatchProcessor(EventType.SQS);
      const take = (record: SQSRecord) => takeEvent(world, logger, record, accountOf(context));
      return processPartialResponse(event, take, processor, { throwOnFullBatchFailure: false });
    });

const takeEvent = async (
  world: World,
  logger: Logger,
  record: SQSRecord,
  accountId: string,
): Promise<void> => {
  const change = parseCloudTrail(readJson(record.body), { accountId });
  if (change.kind === 'ignored') {
    const { reason, detail, ...known } = change;
    logger.info('ignored', { ...logKeys({ causes: [known], reason: `${reason}: ${detail}` }) });
    return;
  }
  const { pool, cause } = change;
  try {
    const { id, kind, reason, causes } = await enforce(world, pool, [cause]);
    logger.info(kind, { ...logKeys({ pool: pool.arn, causes, outcome: id, reason }) });
  } catch (error) {
    logger.error('unfinished', { ...logKeys({ pool: pool.arn, causes: [cause], reason: String(error) }) });
    throw error;
  }
};

/** The account that the function runs in: the fifth part of its ARN. */
const accountOf = ({ invokedFunctionArn }: Context): string => invokedFunctionArn.split(':')[4] ?? '';
