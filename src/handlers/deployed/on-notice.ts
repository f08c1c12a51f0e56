import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { readNoticeConfig } from '../../config.ts';
import { dynamoNotices } from '../../ledger/dynamo-notices.ts';
import { onNotice } from '../on-notice.ts';

const config = readNoticeConfig();

export const handler = onNotice({
  config,
  sns: new SNSClient(),
  logger: new Logger(),
  memory: dynamoNotices({
    table: { client: new DynamoDBClient(), name: config.ledgerTable },
    now: () => new Date(),
  }),
  wait: (milliseconds) => setTimeout(milliseconds),
});
