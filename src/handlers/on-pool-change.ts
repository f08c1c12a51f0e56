import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseLookRequest } from '../change/look-request.ts';
import { parseCloudTrail } from '../change/parse-cloudtrail.ts';
import type { World } from '../world.ts';
import { accountOf } from './account-of.ts';
import { countOutcome } from './count-outcome.ts';
import { type Counter, uncounted } from './counter.ts';
import { logKeys } from './log-keys.ts';
import { looksByPool } from './looks-by-pool.ts';
import { looksByRegion } from './looks-by-region.ts';
import { readJson } from './read-json.ts';
import { tellDenied } from './tell-denied.ts';

interface Deployed {
  /** How much time is left, Lambda says at each invocation. */
  readonly world: Omit<World, 'timeLeft'>;
  /** The Regions whose pools are looked after; every Region where none is named. */
  readonly regions?: readonly string[];
  readonly logger: Logger;
  /** How often the queue brings a message before it puts it among the dead letters; absent where it has none. */
  readonly maxReceiveCount?: number;
  /** True where people want to hear of calls that AWS refused for want of a permission. */
  readonly tellsDenied?: boolean;
  readonly counter?: Counter;
}

/**
 * Takes EventBridge events, and requests of our own to look, from the queue `pool-changes`: one look for each pool,
 * however many messages concern it.
 * @returns the messages that must be brought again: AWS could not be reached, the claim was lost, or time ran short
 */
export const onPoolChange = ({
  world,
  regions,
  logger,
  maxReceiveCount = Number.POSITIVE_INFINITY,
  tellsDenied = false,
  counter = uncounted,
}: Deployed) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger))
    .handler(async (event, context) => {
      const here = { accountId: accountOf(context), ...(regions && { regions }) };
      const changeIn = ({ body }: SQSRecord) => {
        const message = readJson(body);
        return parseLookRequest(message, here) ?? parseCloudTrail(message, here);
      };
      const isLast = ({ attributes }: SQSRecord) =>
        Number(attributes.ApproximateReceiveCount) >= maxReceiveCount;
      const batch = event.Records.map((record) => ({ change: changeIn(record), isLast: isLast(record) }));
      const timeLeft = () => context.getRemainingTimeInMillis();
      const counting = { ...world, tell: countedTell(world, counter), timeLeft };
      const lookAt = looksByPool(counting, logger, batch);
      const lookAtRegion = looksByRegion({ pools: world.pools, logger, lookAt, timeLeft });
      const take = async (record: SQSRecord): Promise<void> => {
        const change = changeIn(record);
        if (change.kind === 'pool-change' || change.kind === 'look-request') return lookAt(change.pool);
        if (change.kind === 'region-change') return lookAtRegion(change);
        const { reason, detail, denied, ...known } = change;
        if (denied && tellsDenied) await tellDenied(counting, denied);
        logger.info('ignored', { ...logKeys({ causes: [known], reason: `${reason}: ${detail}` }) });
      };
      try {
        return await processPartialResponse(event, take, new BatchProcessor(EventType.SQS), {
          throwOnFullBatchFailure: false,
        });
      } finally {
        counter.publish();
      }
    });

/** Counts each outcome that is handed on; one that can't be is counted when it comes again. */
const countedTell =
  ({ tell }: Pick<World, 'tell'>, counter: Counter): World['tell'] =>
  async (outcome) => {
    await tell(outcome);
    countOutcome(counter)(outcome);
  };
