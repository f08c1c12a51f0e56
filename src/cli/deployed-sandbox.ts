import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { lookMessage } from '../change/look-request.ts';
import { announceByQueue } from '../handlers/announce-by-queue.ts';
import { askForLooksByQueue } from '../handlers/ask-for-looks-by-queue.ts';
import type { MetricName } from '../handlers/counter.ts';
import { againByQueue, giveUpByQueue } from '../handlers/notices-by-queue.ts';
import { onNotice } from '../handlers/on-notice.ts';
import { onPoolChange } from '../handlers/on-pool-change.ts';
import { onSweep } from '../handlers/on-sweep.ts';
import { redriveByQueue } from '../handlers/redrive-by-queue.ts';
import { sweepLaterByQueue } from '../handlers/sweep-later-by-queue.ts';
import { tellByQueue } from '../handlers/tell-by-queue.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Ledgers } from '../ledger/ledgers.ts';
import { importFindings } from '../notify/import-findings.ts';
import { putEvent } from '../notify/put-event.ts';
import { snsSender } from '../notify/sns-sender.ts';
import { topicSubscribers } from '../notify/topic-subscribers.ts';
import type { PolicySet } from '../policy/policy.ts';
import { cognitoPages } from '../pool/cognito-pages.ts';
import { cognitoPools } from '../pool/cognito-pools.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { Pools } from '../pool/pools.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { cautiousPlan, type PlanOptions } from '../remediation/plan-options.ts';
import { rulePatternFrom } from '../sandbox/rule-pattern.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { paceOf } from '../sweep/pace.ts';
import { checkListenersMessage } from '../telling/telling-message.ts';
import { promptly } from '../world.ts';
import { packageRoot } from './package-root.ts';

/** Where a deployment in the sandbox lives. */
export const sandboxRegion = 'eu-west-1';

/** The access key that Lifeguard's own calls are signed with. */
export const lifeguardKey = 'AKIALIFEGUARD';

/** SDK settings that lead to a sandbox in the same process, signing with an access key that it knows. */
export const sandboxSettings = ({ url }: Sandbox, accessKeyId: string) => ({
  endpoint: url,
  region: sandboxRegion,
  credentials: { accessKeyId, secretAccessKey: 'sandbox' },
});

export interface Deployment {
  readonly sandbox: Sandbox;
  readonly policies: PolicySet;
  /** What the deployment remembers. */
  readonly ledgers: Ledgers;
  /** True where commands claim pools by the same ledger, and so calls may wait that no look takes. */
  readonly isShared?: boolean;
  /** Called with the outcome of every look, quiet ones too. */
  readonly onOutcome: (outcome: Outcome) => void;
  /** Called with what telling counts: notices that were sent, that only repeat another, that stand in a summary. */
  readonly onCount?: (name: MetricName, value: number) => void;
  /** Put around the door to Cognito, to watch it. */
  readonly watchPools?: (pools: Pools) => Pools;
  /** What the deployment permits; nothing that could hurt, if not said. */
  readonly planOptions?: PlanOptions;
}

/**
 * Deploys Lifeguard into a sandbox: the rules of serverless.yml, the queues, two topics with a mail and a chat
 * subscriber each, and the same handlers that a Lambda runs.
 */
export const deployInto = async ({
  sandbox,
  policies,
  ledgers,
  isShared = false,
  onOutcome,
  onCount = () => {},
  watchPools = (pools) => pools,
  planOptions = cautiousPlan,
}: Deployment): Promise<void> => {
  sandbox.identity(lifeguardKey, lifeguardRole(sandbox.accountId));
  const settings = sandboxSettings(sandbox, lifeguardKey);
  const sqs = new SQSClient(settings);
  const sns = new SNSClient(settings);
  const noticesQueueUrl = await queueWithDeadLetters(sqs, sandbox, 'notices');
  const topicArns = { notices: await topicOf(sns, 'notices'), urgent: await topicOf(sns, 'urgent') };

  const now = () => new Date();
  const wait = (milliseconds: number) => setTimeout(milliseconds);
  const tell = tellByQueue(sqs, noticesQueueUrl);
  const logger = new Logger({ logLevel: 'SILENT' });
  const world = {
    pools: watchPools(cognitoPools(now, settings)),
    policies,
    ledger: isShared ? lookingAgain(sandbox, ledgers.looks) : ledgers.looks,
    tell: (outcome: Outcome) => {
      onOutcome(outcome);
      return tell(outcome);
    },
    now,
    newId: randomUUID,
    wait,
    mode: 'remediate',
    timeLeft: () => Number.POSITIVE_INFINITY,
    planOptions,
    habits: promptly,
    later: async (pool: PoolRef, seconds: number) => {
      const queue = sandbox.queues.wired('pool-changes', sandboxRegion);
      sandbox.queues.send(queue, lookMessage({ pool }), { delaySeconds: seconds });
    },
  } as const;
  const serverless = join(packageRoot(), 'serverless.yml');
  for (const rule of ['CognitoCallsRule', 'WebAclRule'])
    sandbox.targetRule({
      pattern: await rulePatternFrom(serverless, rule),
      queueName: 'pool-changes',
      region: sandboxRegion,
    });
  const place = { region: sandboxRegion, maximumConcurrency: 2 };
  sandbox.mapQueueToFunction({
    ...place,
    queueName: 'pool-changes',
    handler: onPoolChange({ world, logger }),
  });
  const again = againByQueue(sqs, noticesQueueUrl);
  sandbox.mapQueueToFunction({
    ...place,
    queueName: 'notices',
    handler: onNotice({
      teller: {
        topics: {
          notices: snsSender(sns, topicArns.notices, 'notices'),
          urgent: snsSender(sns, topicArns.urgent, 'urgent'),
        },
        people: [],
        ownersOf: () => [],
        machines: [
          putEvent(new EventBridgeClient(settings)),
          importFindings(() => new SecurityHubClient(settings)),
        ],
        memory: ledgers.notices,
        later: (message, seconds) => again(JSON.stringify(message), seconds),
        now,
        // Nobody here has more than one message a second to fear.
        wait: async () => {},
      },
      listeners: { topicArns: Object.values(topicArns), subscribersOf: topicSubscribers(sns) },
      again,
      giveUp: giveUpByQueue(sqs, deadLettersOf(noticesQueueUrl)),
      accountAlias: 'sandbox',
      logger,
      counter: { count: onCount, publish: () => {} },
    }),
  });
  const { QueueUrl: sweepsQueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'sweeps' }));
  const { QueueUrl: looksQueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'pool-changes' }),
  );
  const tellWhere = (value: string, text: string) =>
    sandbox.parameters.put(`/cognito-lifeguard/prod/${value}`, 'String', text, sandboxRegion);
  tellWhere('sweeps', sweepsQueueUrl);
  tellWhere('channels', 'notices,urgent,events,security-hub');
  const arnOf = (name: string) => `arn:aws:sqs:${sandboxRegion}:${sandbox.accountId}:${name}`;
  sandbox.mapQueueToFunction({
    ...place,
    queueName: 'sweeps',
    handler: onSweep({
      logger,
      sweeper: {
        regions: [sandboxRegion],
        pools: cognitoPages(settings),
        policies,
        book: ledgers.book,
        pace: paceOf(1),
        askForLooks: askForLooksByQueue(sqs, looksQueueUrl),
        later: sweepLaterByQueue(sqs, sweepsQueueUrl),
        announce: announceByQueue(sqs, noticesQueueUrl),
        tell,
        checkListeners: () => again(JSON.stringify(checkListenersMessage), 0),
        redriveNotices: redriveByQueue(sqs, {
          deadLettersArn: arnOf(deadLettersOf('notices')),
          queueArn: arnOf('notices'),
        }),
        now,
        wait,
      },
    }),
  });
};

const deadLettersOf = (queue: string): string => `${queue}-dead-letters`;

/** As serverless.yml has it, but for the time that a message stays away: somebody is waiting for it. */
const queueWithDeadLetters = async (
  sqs: SQSClient,
  { accountId }: Sandbox,
  name: string,
): Promise<string> => {
  await sqs.send(new CreateQueueCommand({ QueueName: deadLettersOf(name) }));
  const deadLetterTargetArn = `arn:aws:sqs:${sandboxRegion}:${accountId}:${deadLettersOf(name)}`;
  const { QueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: {
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 8 }),
      },
    }),
  );
  return QueueUrl;
};

/** A topic with a mail and a chat subscriber. */
const topicOf = async (sns: SNSClient, name: string): Promise<string> => {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: name }));
  for (const [Protocol, Endpoint] of subscribers)
    await sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }));
  return TopicArn;
};

/** As a deployment that is asked to: whoever finds a pool held has it looked at again, when it will be free. */
const lookingAgain = ({ queues }: Sandbox, looks: Ledger): Ledger => ({
  ...looks,
  claim: async (pool, ...rest) => {
    const claim = await looks.claim(pool, ...rest);
    const queue = queues.wired('pool-changes', sandboxRegion);
    if (claim.kind === 'busy')
      void setTimeout(1000, undefined, { ref: false }).then(() => queues.send(queue, lookMessage({ pool })));
    return claim;
  },
});

const subscribers = [
  ['email', 'security@example.com'],
  ['https', 'https://global.sns-api.chatbot.amazonaws.com'],
] as const;

const lifeguardRole = (accountId: string) => ({
  type: 'AssumedRole',
  principalId: 'AROALIFEGUARD:cognito-lifeguard-on-pool-change',
  arn: `arn:aws:sts::${accountId}:assumed-role/cognito-lifeguard-on-pool-change/cognito-lifeguard-on-pool-change`,
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROALIFEGUARD',
      arn: `arn:aws:iam::${accountId}:role/cognito-lifeguard-on-pool-change`,
      accountId,
      userName: 'cognito-lifeguard-on-pool-change',
    },
    attributes: { mfaAuthenticated: 'false' },
  },
});
