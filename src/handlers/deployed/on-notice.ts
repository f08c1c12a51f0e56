import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { readNoticeConfig } from '../../config.ts';
import { dynamoNotices } from '../../ledger/dynamo-notices.ts';
import { onNotice } from '../on-notice.ts';

const config = readNoticeConfig();
const now = () => new Date();

/** DynamoDB answers within milliseconds; what it doesn't say in time is taken for not told. */
const client = new DynamoDBClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});

export const handler = onNotice({
  config,
  sns: new SNSClient(),
  memory: dynamoNotices({ table: { client, name: config.ledgerTable }, now }),
  now,
  logger: new Logger(),
  wait: (milliseconds) => setTimeout(milliseconds),
});
