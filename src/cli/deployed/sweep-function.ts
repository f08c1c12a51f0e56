import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { announceByQueue } from '../../handlers/announce-by-queue.ts';
import { askForLooksByQueue } from '../../handlers/ask-for-looks-by-queue.ts';
import { againByQueue } from '../../handlers/notices-by-queue.ts';
import { onSweep } from '../../handlers/on-sweep.ts';
import { redriveByQueue } from '../../handlers/redrive-by-queue.ts';
import { sweepLaterByQueue } from '../../handlers/sweep-later-by-queue.ts';
import { tellByQueue } from '../../handlers/tell-by-queue.ts';
import type { Ledgers } from '../../ledger/ledgers.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { cognitoPages } from '../../pool/cognito-pages.ts';
import { enabled, listRegions } from '../../pool/list-regions.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { paceOf } from '../../sweep/pace.ts';
import { checkListenersMessage } from '../../telling/telling-message.ts';
import type { Clock } from './clock.ts';
import { deadLettersOf, sandboxRegion, sandboxRegions, type sandboxSettings } from './sandbox-settings.ts';

/** on-sweep as it is deployed; nothing here has a schedule, so it sweeps where somebody asks. */
export const sweepFunction = ({
  settings,
  sqs,
  sandbox,
  queueUrls,
  ledgers,
  policies,
  clock,
}: {
  readonly settings: ReturnType<typeof sandboxSettings>;
  readonly sqs: SQSClient;
  readonly sandbox: Sandbox;
  readonly queueUrls: { readonly looks: string; readonly notices: string; readonly sweeps: string };
  readonly ledgers: Ledgers;
  readonly policies: PolicySet;
  readonly clock: Clock;
}) => {
  const { looks, notices, sweeps } = queueUrls;
  const again = againByQueue(sqs, notices);
  const arnOf = (name: string) => `arn:aws:sqs:${sandboxRegion}:${sandbox.accountId}:${name}`;
  return onSweep({
    logger: new Logger({ logLevel: 'SILENT' }),
    sweeper: {
      regions: sandboxRegions,
      enabledRegions: () => listRegions(settings, enabled),
      pools: cognitoPages(settings),
      policies,
      book: ledgers.book,
      pace: paceOf(1),
      askForLooks: askForLooksByQueue(sqs, looks),
      later: sweepLaterByQueue(sqs, sweeps),
      announce: announceByQueue(sqs, notices),
      tell: tellByQueue(sqs, notices),
      checkListeners: () => again(JSON.stringify(checkListenersMessage), 0),
      redriveNotices: redriveByQueue(sqs, {
        deadLettersArn: arnOf(deadLettersOf('notices')),
        queueArn: arnOf('notices'),
      }),
      ...clock,
    },
  });
};
