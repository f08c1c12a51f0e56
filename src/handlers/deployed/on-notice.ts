import memberNews from 'lifeguard:member-news';
import { digest, owners } from 'lifeguard:policies';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { readNoticeConfig } from '../../config.ts';
import { dynamoMembers } from '../../ledger/dynamo-members.ts';
import { dynamoNotices } from '../../ledger/dynamo-notices.ts';
import { droppedByChat } from '../../notify/dropped-by-chat.ts';
import { importFindings } from '../../notify/import-findings.ts';
import { regionOfTopic } from '../../notify/owner-copies.ts';
import { slackWebhook } from '../../notify/post-to-slack.ts';
import { putEvent } from '../../notify/put-event.ts';
import { putToCentre, regionOfBus } from '../../notify/put-to-centre.ts';
import { snsSender } from '../../notify/sns-sender.ts';
import { topicSubscribers } from '../../notify/topic-subscribers.ts';
import { webhookAddress } from '../../notify/webhook-address.ts';
import { clientByRegion } from '../../pool/client-by-region.ts';
import { ownersByTopic } from '../../telling/owners-by-topic.ts';
import { countedBy, metricNamespace } from '../counter.ts';
import { hasFormOf } from '../has-form.ts';
import { againByQueue, giveUpByQueue } from '../notices-by-queue.ts';
import { onNotice } from '../on-notice.ts';
import { ledgerTable } from './ledger-table.ts';

const config = readNoticeConfig();
const { noticesTopicArn, urgentTopicArn, quietHours, chatConfiguration, accountAlias } = config;
const { slackWebhookParameter, importsFindings, centreBusArn } = config;
const wait = (milliseconds: number) => setTimeout(milliseconds);
const now = () => new Date();
const sns = new SNSClient();
const snsIn = clientByRegion((region) => new SNSClient({ region }));
const queues = new SQSClient();
const table = ledgerTable(config.ledgerTable);
const again = againByQueue(queues, config.noticesQueueUrl);

/** Where Amazon Q Developer in chat applications keeps its metrics. */
const chatMetrics = () => new CloudWatchClient({ region: 'us-east-1' });

export const handler = onNotice({
  teller: {
    topics: {
      notices: snsSender(sns, noticesTopicArn, 'notices'),
      urgent: snsSender(sns, urgentTopicArn, 'urgent'),
    },
    people: slackWebhookParameter
      ? [
          slackWebhook({
            url: webhookAddress({ ssm: new SSMClient(), parameter: slackWebhookParameter, now }),
            wait,
            now,
          }),
        ]
      : [],
    // The owners of a member's pools hear of them from the centre.
    ownersOf: ownersByTopic(
      {
        owners: centreBusArn ? [] : owners,
        topicPrefix: config.ownerTopicPrefix,
        ...(accountAlias && { accountAlias }),
      },
      (topicArn, channel) => snsSender(snsIn(regionOfTopic(topicArn)), topicArn, channel),
    ),
    machines: [
      putEvent(new EventBridgeClient()),
      ...(importsFindings ? [importFindings((region) => new SecurityHubClient({ region }))] : []),
    ],
    ...(centreBusArn && {
      centre: putToCentre(new EventBridgeClient({ region: regionOfBus(centreBusArn) }), centreBusArn),
    }),
    ...(config.isCentre && {
      organization: {
        members: dynamoMembers({ table, now }),
        hasForm: hasFormOf(memberNews),
        policyDigest: digest,
      },
    }),
    memory: dynamoNotices({ table, now }),
    ...(quietHours && { quietHours }),
    later: (message, seconds) => again(JSON.stringify(message), seconds),
    now,
    wait,
  },
  listeners: {
    // Whom a member tells is the centre: whether people listen is asked there.
    topicArns: centreBusArn
      ? []
      : [
          noticesTopicArn,
          urgentTopicArn,
          config.tamperingTopicArn,
          ...(config.membersTopicArn ? [config.membersTopicArn] : []),
        ],
    subscribersOf: topicSubscribers(sns),
    ...(chatConfiguration && { droppedSince: droppedByChat(chatMetrics(), chatConfiguration, now) }),
  },
  again,
  giveUp: giveUpByQueue(queues, config.noticesDeadLettersUrl),
  ...(accountAlias && { accountAlias }),
  logger: new Logger(),
  counter: countedBy(new Metrics({ namespace: metricNamespace, defaultDimensions: { stage: config.stage } })),
});
