import { announceByQueue } from '../../../src/handlers/announce-by-queue.ts';
import { askForLooksByQueue } from '../../../src/handlers/ask-for-looks-by-queue.ts';
import { laterByQueue } from '../../../src/handlers/later-by-queue.ts';
import { againByQueue, giveUpByQueue } from '../../../src/handlers/notices-by-queue.ts';
import { onNotice } from '../../../src/handlers/on-notice.ts';
import { onPoolChange } from '../../../src/handlers/on-pool-change.ts';
import { onSweep } from '../../../src/handlers/on-sweep.ts';
import { sweepLaterByQueue } from '../../../src/handlers/sweep-later-by-queue.ts';
import { tellByQueue } from '../../../src/handlers/tell-by-queue.ts';
import { snsSender } from '../../../src/notify/sns-sender.ts';
import type { PolicySet } from '../../../src/policy/policy.ts';
import { cautiousPlan } from '../../../src/remediation/plan-options.ts';
import { paceOf } from '../../../src/sweep/pace.ts';
import type { Habits } from '../../../src/world.ts';
import { snsOf, sqsOf } from './clients-of.ts';
import { region } from './cognito-in-time.ts';
import { functionOnQueue, type ProcessOf } from './function-on-queue.ts';
import { ledgersOf } from './ledgers-of.ts';
import { loggerInto } from './lines-of.ts';
import { tally } from './observed.ts';
import { poolsOf } from './pools-of.ts';
import type { Stage } from './stage.ts';
import { watchLooks } from './watch-looks.ts';
import { watchNotices } from './watch-notices.ts';

/** As serverless.yml has them. */
export const sweepShare = 0.5;
const maxReceiveCount = 10;

/** The three functions behind their queues, as they are deployed. */
export const lifeguardAtWork = (
  stage: Stage,
  policies: PolicySet,
  habits: Habits,
  regions: readonly string[] = [region],
): void => {
  const { time, cognito, queues, ledgers, observed, newId } = stage;
  const { now, wait } = time;
  const logger = loggerInto(observed, time);

  const poolChange: ProcessOf = (life) => {
    const sqs = sqsOf(queues, life, stage, stage.onSend);
    const own = ledgersOf(ledgers, life, stage);
    const watched = watchLooks(stage);
    const tellByNotices = tellByQueue(sqs, 'notices');
    return onPoolChange({
      logger,
      maxReceiveCount,
      tellsDenied: true,
      world: {
        pools: poolsOf(cognito, time, life, watched),
        policies,
        ledger: {
          ...own.looks,
          remember: (lease, open, at) => {
            for (const tell of stage.onPlan) tell(lease.pool);
            return own.looks.remember(lease, open, at);
          },
        },
        tell: async (outcome) => {
          await life.step('tell', () => tellByNotices(outcome));
          observed.handed.push({ outcome, at: now().getTime() });
        },
        later: laterByQueue(sqs, 'pool-changes'),
        now,
        newId,
        wait: (milliseconds) => life.step('wait', () => wait(milliseconds)),
        mode: 'remediate',
        planOptions: cautiousPlan,
        habits,
      },
    });
  };

  const sweep: ProcessOf = (life) => {
    const sqs = sqsOf(queues, life, stage, stage.onSend);
    return onSweep({
      logger,
      sweeper: {
        regions,
        enabledRegions: async () => regions,
        pools: poolsOf(cognito, time, life, watchLooks(stage)),
        policies,
        book: ledgersOf(ledgers, life, stage).book,
        pace: paceOf(sweepShare),
        askForLooks: askForLooksByQueue(sqs, 'pool-changes'),
        later: sweepLaterByQueue(sqs, 'sweeps'),
        announce: announceByQueue(sqs, 'notices'),
        tell: tellByQueue(sqs, 'notices'),
        checkListeners: async () => {},
        redriveNotices: async () => {},
        now,
        wait: (milliseconds) => life.step('wait', () => wait(milliseconds)),
      },
    });
  };

  const notice: ProcessOf = (life) => {
    const told = watchNotices(stage, ledgersOf(ledgers, life, stage).notices);
    const sqs = sqsOf(queues, life, stage, stage.onSend);
    const sns = snsOf(life, stage, told.onPublish);
    const topicArn = 'arn:aws:sns:eu-west-1:111122223333:notices';
    const again = againByQueue(sqs, 'notices');
    return onNotice({
      teller: {
        topics: {
          notices: snsSender(sns, topicArn, 'notices'),
          urgent: snsSender(sns, topicArn, 'urgent'),
        },
        people: [],
        ownersOf: () => [],
        machines: [],
        memory: told.memory,
        later: (message, seconds) => again(JSON.stringify(message), seconds),
        now,
        wait: (milliseconds) => life.step('wait', () => wait(milliseconds)),
      },
      listeners: {
        topicArns: [],
        subscribersOf: async () => ({ confirmed: 1, pending: 0 }),
      },
      again,
      giveUp: giveUpByQueue(sqs, 'notices-dead-letters'),
      logger,
    });
  };

  const around = {
    ...stage,
    died: (name: string, step: string) => tally(observed.deaths, `${name} ${step}`),
  };
  const queueOf = (name: string) => queues.wired(name, region);
  functionOnQueue(around, {
    functionName: 'on-pool-change',
    queue: queueOf('pool-changes'),
    batchSize: 10,
    maximumConcurrency: 5,
    timeoutSeconds: 60,
    processOf: poolChange,
  });
  functionOnQueue(around, {
    functionName: 'on-sweep',
    queue: queueOf('sweeps'),
    batchSize: 1,
    maximumConcurrency: 2,
    timeoutSeconds: 60,
    processOf: sweep,
  });
  functionOnQueue(around, {
    functionName: 'on-notice',
    queue: queueOf('notices'),
    batchSize: 4,
    maximumConcurrency: 2,
    timeoutSeconds: 90,
    processOf: notice,
  });
};
