import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { MetricName } from '../../handlers/counter.ts';
import { tellByQueue } from '../../handlers/tell-by-queue.ts';
import type { Ledgers } from '../../ledger/ledgers.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import type { Pools } from '../../pool/pools.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { cautiousPlan, type PlanOptions } from '../../remediation/plan-options.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Clock, wallClock } from './clock.ts';
import { deployedParts } from './deployed-parts.ts';
import { callRules, forwardCalls, patternOf } from './forward-calls.ts';
import { lifeguardRole } from './lifeguard-role.ts';
import { lookingAgain } from './looking-again.ts';
import { noticeFunction } from './notice-function.ts';
import { poolChangeFunction } from './pool-change-function.ts';
import { queueWithDeadLetters } from './queue-with-dead-letters.ts';
import { rulesTold } from './rules-told.ts';
import { lifeguardKey, sandboxRegion, sandboxRegions, sandboxSettings } from './sandbox-settings.ts';
import { sweepFunction } from './sweep-function.ts';
import { createTopics } from './topics.ts';

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
  /** The one on the wall if not said. */
  readonly clock?: Clock;
  /** What the deployment permits; nothing that could hurt, if not said. */
  readonly planOptions?: PlanOptions;
}

/**
 * Deploys Lifeguard into a sandbox: the rules of serverless.yml, and those of a second Region, the queues, the topics with a mail and a chat
 * subscriber each, what the command line finds it by, and the same handlers that a Lambda runs.
 */
export const deployInto = async ({
  sandbox,
  policies,
  ledgers,
  isShared = false,
  onOutcome,
  onCount = () => {},
  watchPools = (pools) => pools,
  clock = wallClock,
  planOptions = cautiousPlan,
}: Deployment): Promise<void> => {
  sandbox.identity(lifeguardKey, lifeguardRole(sandbox.accountId));
  const settings = sandboxSettings(sandbox, lifeguardKey);
  const sqs = new SQSClient(settings);
  const sns = new SNSClient(settings);
  const topics = await createTopics(sns, policies.owners);
  const queueUrls = {
    looks: await queueWithDeadLetters(sqs, sandbox, 'pool-changes'),
    sweeps: await queueWithDeadLetters(sqs, sandbox, 'sweeps'),
    notices: await queueWithDeadLetters(sqs, sandbox, 'notices'),
  };
  const tell = tellByQueue(sqs, queueUrls.notices);
  const handlers = {
    'pool-changes': poolChangeFunction({
      sandbox,
      pools: watchPools(cognitoPools(clock.now, settings)),
      policies,
      ledger: isShared ? lookingAgain(sandbox, ledgers.looks) : ledgers.looks,
      tell: (outcome) => {
        onOutcome(outcome);
        return tell(outcome);
      },
      planOptions,
      clock,
    }),
    sweeps: sweepFunction({ settings, sqs, sandbox, queueUrls, ledgers, policies, clock }),
    notices: noticeFunction({
      settings,
      sqs,
      sns,
      topics,
      queueUrl: queueUrls.notices,
      ledgers,
      policies,
      onCount,
      clock,
    }),
  };
  for (const [queueName, handler] of Object.entries(handlers))
    sandbox.mapQueueToFunction({ region: sandboxRegion, maximumConcurrency: 2, queueName, handler });
  for (const rule of callRules)
    sandbox.targetRule({
      name: rule,
      pattern: await patternOf(rule),
      queueName: 'pool-changes',
      region: sandboxRegion,
    });
  for (const rule of ['SweepSchedule', 'DeployedRule'])
    sandbox.targetRule({ name: rule, schedule: 'rate(1 hour)', queueName: 'sweeps', region: sandboxRegion });
  const forwarding = await forwardCalls(sandbox, sandboxRegions.slice(1), topics);
  for (const [value, text] of [
    ['sweeps', queueUrls.sweeps],
    ['channels', 'notices,urgent,events,security-hub'],
    ['parts', deployedParts({ sandbox, topics, queueUrls, forwarding })],
    ['rules-1', rulesTold(sandbox)],
  ] as const)
    sandbox.parameters.put(`/cognito-lifeguard/prod/${value}`, 'String', text, sandboxRegion);
};
