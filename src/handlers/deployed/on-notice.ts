import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { SNSClient } from '@aws-sdk/client-sns';
import { readNoticeConfig } from '../../config.ts';
import { onNotice } from '../on-notice.ts';

export const handler = onNotice({
  config: readNoticeConfig(),
  sns: new SNSClient(),
  logger: new Logger(),
  wait: (milliseconds) => setTimeout(milliseconds),
});
