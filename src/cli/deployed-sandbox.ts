import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { lookMessage } from '../change/look-request.ts';
import { onNotice } from '../handlers/on-notice.ts';
import { onPoolChange } from '../handlers/on-pool-change.ts';
import { tellByQueue } from '../handlers/tell-by-queue.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Ledgers } from '../ledger/ledgers.ts';
import type { PolicySet } from '../policy/policy.ts';
import { cognitoPools } from '../pool/cognito-pools.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { Pools } from '../pool/pools.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { cautiousPlan, type PlanOptions } from '../remediation/plan-options.ts';
import { rulePatternFrom } from '../sandbox/rule-pattern.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
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
  /** Put around the door to Cognito, to watch it. */
  readonly watchPools?: (pools: Pools) => Pools;
  /** What the deployment permits; nothing that could hurt, if not said. */
  readonly planOptions?: PlanOptions;
}

/**
 * Deploys Lifeguard into a sandbox: the rules of serverless.yml, the two queues, the topic with a mail and a
 * chat subscriber, and the same handlers that a Lambda runs.
 */
export const deployInto = async ({
  sandbox,
  policies,
  ledgers,
  isShared = false,
  onOutcome,
  watchPools = (pools) => pools,
  planOptions = cautiousPlan,
}: Deployment): Promise<void> => {
  sandbox.identity(lifeguardKey, lifeguardRole(sandbox.accountId));
  const settings = sandboxSettings(sandbox, lifeguardKey);
  const sqs = new SQSClient(settings);
  const sns = new SNSClient(settings);
  const { QueueUrl: noticesQueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'notices' }));
  const { TopicArn: noticesTopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  for (const [Protocol, Endpoint] of subscribers)
    await sns.send(new SubscribeCommand({ TopicArn: noticesTopicArn, Protocol, Endpoint }));

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
  const config = { noticesTopicArn, accountAlias: 'sandbox' };
  sandbox.mapQueueToFunction({
    ...place,
    queueName: 'notices',
    handler: onNotice({ config, sns, memory: ledgers.notices, logger, now: () => new Date(), wait }),
  });
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
