import policies from 'lifeguard:policies';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readSweepConfig } from '../../config.ts';
import { dynamoBook } from '../../ledger/dynamo-book.ts';
import { cognitoPages } from '../../pool/cognito-pages.ts';
import { paceOf } from '../../sweep/pace.ts';
import { announceByQueue } from '../announce-by-queue.ts';
import { askForLooksByQueue } from '../ask-for-looks-by-queue.ts';
import { countedBy, metricNamespace } from '../counter.ts';
import { onSweep } from '../on-sweep.ts';
import { sweepLaterByQueue } from '../sweep-later-by-queue.ts';
import { tellByQueue } from '../tell-by-queue.ts';

const config = readSweepConfig();
const now = () => new Date();
const queues = new SQSClient();

/** DynamoDB answers within milliseconds; a step that is sent again does no harm. */
const client = new DynamoDBClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});

export const handler = onSweep({
  logger: new Logger(),
  counter: countedBy(new Metrics({ namespace: metricNamespace, defaultDimensions: { stage: config.stage } })),
  sweeper: {
    regions: config.regions,
    pools: cognitoPages(),
    policies,
    book: dynamoBook({ table: { client, name: config.ledgerTable } }),
    pace: paceOf(config.share),
    askForLooks: askForLooksByQueue(queues, config.poolChangesQueueUrl),
    later: sweepLaterByQueue(queues, config.sweepsQueueUrl),
    announce: announceByQueue(queues, config.noticesQueueUrl),
    tell: tellByQueue(queues, config.noticesQueueUrl),
    now,
    wait: (milliseconds) => setTimeout(milliseconds),
  },
});
