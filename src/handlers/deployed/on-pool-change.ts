import policies from 'lifeguard:policies';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
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
import { ledgerTable } from './ledger-table.ts';

const config = readPoolChangeConfig();
const now = () => new Date();
const queues = new SQSClient();

/** The function's timeout in serverless.yml, 60 s, and half a minute. */
const leaseSeconds = 90;

export const handler = onPoolChange({
  logger: new Logger(),
  counter: countedBy(new Metrics({ namespace: metricNamespace, defaultDimensions: { stage: config.stage } })),
  regions: config.regions,
  maxReceiveCount: config.maxReceiveCount,
  tellsDenied: config.tellsDenied,
  world: {
    pools: cognitoPools(now),
    policies,
    ledger: dynamoLedger({
      table: ledgerTable(config.ledgerTable),
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
