import policies from 'lifeguard:policies';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readPoolChangeConfig } from '../../config.ts';
import { memoryLedger } from '../../ledger/memory-ledger.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import { onPoolChange } from '../on-pool-change.ts';
import { tellByQueue } from '../tell-by-queue.ts';

const config = readPoolChangeConfig();
const now = () => new Date();

/** The function's timeout in serverless.yml, 60 s, and half a minute. */
const leaseSeconds = 90;

export const handler = onPoolChange({
  logger: new Logger(),
  world: {
    pools: cognitoPools(now),
    policies,
    ledger: memoryLedger({ leaseSeconds, newId: randomUUID }),
    tell: tellByQueue(new SQSClient(), config.noticesQueueUrl),
    now,
    newId: randomUUID,
    wait: (milliseconds) => setTimeout(milliseconds),
    mode: config.mode,
    timeLeft: () => Number.POSITIVE_INFINITY,
    planOptions: config.planOptions,
  },
});
