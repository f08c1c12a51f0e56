import policies from 'lifeguard:policies';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { distinctCauses } from '../../change/distinct-causes.ts';
import { readPoolChangeConfig } from '../../config.ts';
import { dynamoLedger } from '../../ledger/dynamo-ledger.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import { changedLeavesOnly } from '../../remediation/pre-image.ts';
import { countedBy, metricNamespace } from '../counter.ts';
import { laterByQueue } from '../later-by-queue.ts';
import { onPoolChange } from '../on-pool-change.ts';
import { tellByQueue } from '../tell-by-queue.ts';

const config = readPoolChangeConfig();
const now = () => new Date();
const queues = new SQSClient();

/** The function's timeout in serverless.yml, 60 s, and half a minute. */
const leaseSeconds = 90;

/** DynamoDB answers within milliseconds; a step that is sent again does no harm. */
const client = new DynamoDBClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});

export const handler = onPoolChange({
  logger: new Logger(),
  counter: countedBy(new Metrics({ namespace: metricNamespace, defaultDimensions: { stage: config.stage } })),
  maxReceiveCount: config.maxReceiveCount,
  tellsDenied: config.tellsDenied,
  world: {
    pools: cognitoPools(now),
    policies,
    ledger: dynamoLedger({
      table: { client, name: config.ledgerTable },
      leaseSeconds,
      newId: randomUUID,
      now,
      shorten: changedLeavesOnly,
      distinct: distinctCauses,
      retentionDays: config.retentionDays,
    }),
    tell: tellByQueue(queues, config.noticesQueueUrl),
    later: laterByQueue(queues, config.poolChangesQueueUrl),
    now,
    newId: randomUUID,
    wait: (milliseconds) => setTimeout(milliseconds),
    mode: config.mode,
    planOptions: config.planOptions,
    habits: config.habits,
  },
});
