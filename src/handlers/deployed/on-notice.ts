import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { SNSClient } from '@aws-sdk/client-sns';
import { readNoticeConfig } from '../../config.ts';
import { dynamoNotices } from '../../ledger/dynamo-notices.ts';
import { onNotice } from '../on-notice.ts';
import { ledgerTable } from './ledger-table.ts';

const config = readNoticeConfig();
const now = () => new Date();

export const handler = onNotice({
  config,
  sns: new SNSClient(),
  memory: dynamoNotices({ table: ledgerTable(config.ledgerTable), now }),
  now,
  logger: new Logger(),
  wait: (milliseconds) => setTimeout(milliseconds),
});
