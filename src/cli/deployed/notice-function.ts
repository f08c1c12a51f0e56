import { Logger } from '@aws-lambda-powertools/logger';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { MetricName } from '../../handlers/counter.ts';
import { againByQueue, giveUpByQueue } from '../../handlers/notices-by-queue.ts';
import { onNotice } from '../../handlers/on-notice.ts';
import type { Ledgers } from '../../ledger/ledgers.ts';
import { importFindings } from '../../notify/import-findings.ts';
import { putEvent } from '../../notify/put-event.ts';
import { snsSender } from '../../notify/sns-sender.ts';
import { topicSubscribers } from '../../notify/topic-subscribers.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { ownersByTopic } from '../../telling/owners-by-topic.ts';
import type { Clock } from './clock.ts';
import { deadLettersOf, type sandboxSettings } from './sandbox-settings.ts';
import type { Topics } from './topics.ts';

/** What people call the account. */
const accountAlias = 'sandbox';

/** on-notice as it is deployed, with all channels but a webhook. */
export const noticeFunction = ({
  settings,
  sqs,
  sns,
  topics,
  queueUrl,
  ledgers,
  policies,
  onCount,
  clock,
}: {
  readonly settings: ReturnType<typeof sandboxSettings>;
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly topics: Topics;
  readonly queueUrl: string;
  readonly ledgers: Ledgers;
  readonly policies: PolicySet;
  readonly onCount: (name: MetricName, value: number) => void;
  readonly clock: Clock;
}) => {
  const again = againByQueue(sqs, queueUrl);
  return onNotice({
    teller: {
      topics: {
        notices: snsSender(sns, topics.notices, 'notices'),
        urgent: snsSender(sns, topics.urgent, 'urgent'),
      },
      people: [],
      ownersOf: ownersByTopic(
        { owners: policies.owners, topicPrefix: topics.ownerTopicPrefix, accountAlias },
        (topicArn, channel) => snsSender(sns, topicArn, channel),
      ),
      machines: [
        putEvent(new EventBridgeClient(settings)),
        importFindings((region) => new SecurityHubClient({ ...settings, region })),
      ],
      memory: ledgers.notices,
      later: (message, seconds) => again(JSON.stringify(message), seconds),
      now: clock.now,
      // Nobody here has more than one message a second to fear.
      wait: async () => {},
    },
    listeners: {
      topicArns: [topics.notices, topics.urgent, topics.tampering],
      subscribersOf: topicSubscribers(sns),
    },
    again,
    giveUp: giveUpByQueue(sqs, deadLettersOf(queueUrl)),
    accountAlias,
    logger: new Logger({ logLevel: 'SILENT' }),
    counter: { count: onCount, publish: () => {} },
  });
};
