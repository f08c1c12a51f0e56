import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readNoticeConfig } from '../../config.ts';
import { dynamoNotices } from '../../ledger/dynamo-notices.ts';
import { droppedByChat } from '../../notify/dropped-by-chat.ts';
import { snsSender } from '../../notify/sns-sender.ts';
import { topicSubscribers } from '../../notify/topic-subscribers.ts';
import { countedBy, metricNamespace } from '../counter.ts';
import { againByQueue, giveUpByQueue } from '../notices-by-queue.ts';
import { onNotice } from '../on-notice.ts';
import { ledgerTable } from './ledger-table.ts';

const config = readNoticeConfig();
const { noticesTopicArn, urgentTopicArn, quietHours, chatConfiguration, accountAlias } = config;
const now = () => new Date();
const sns = new SNSClient();
const queues = new SQSClient();
const again = againByQueue(queues, config.noticesQueueUrl);

/** Where Amazon Q Developer in chat applications keeps its metrics. */
const chatMetrics = () => new CloudWatchClient({ region: 'us-east-1' });

export const handler = onNotice({
  teller: {
    topics: {
      notices: snsSender(sns, noticesTopicArn, 'notices'),
      urgent: snsSender(sns, urgentTopicArn, 'urgent'),
    },
    people: [],
    ownersOf: () => [],
    machines: [],
    memory: dynamoNotices({ table: ledgerTable(config.ledgerTable), now }),
    ...(quietHours && { quietHours }),
    later: (message, seconds) => again(JSON.stringify(message), seconds),
    now,
    wait: (milliseconds) => setTimeout(milliseconds),
  },
  listeners: {
    topicArns: [noticesTopicArn, urgentTopicArn],
    subscribersOf: topicSubscribers(sns),
    ...(chatConfiguration && { droppedSince: droppedByChat(chatMetrics(), chatConfiguration, now) }),
  },
  again,
  giveUp: giveUpByQueue(queues, config.noticesDeadLettersUrl),
  ...(accountAlias && { accountAlias }),
  logger: new Logger(),
  counter: countedBy(new Metrics({ namespace: metricNamespace, defaultDimensions: { stage: config.stage } })),
});
