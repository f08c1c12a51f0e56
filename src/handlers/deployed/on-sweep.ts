import policies from 'lifeguard:policies';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readSweepConfig } from '../../config.ts';
import { dynamoBook } from '../../ledger/dynamo-book.ts';
import { muteParts } from '../../notify/mute-parts.ts';
import { clientByRegion } from '../../pool/client-by-region.ts';
import { cognitoPages } from '../../pool/cognito-pages.ts';
import { enabled, listRegions } from '../../pool/list-regions.ts';
import { paceOf } from '../../sweep/pace.ts';
import { checkListenersMessage } from '../../telling/telling-message.ts';
import { accountsOfStackSet } from '../accounts-of-stack-set.ts';
import { announceByQueue } from '../announce-by-queue.ts';
import { askForLooksByQueue } from '../ask-for-looks-by-queue.ts';
import { beatByQueue } from '../beat-by-queue.ts';
import { countedBy, metricNamespace } from '../counter.ts';
import { logKeys } from '../log-keys.ts';
import { againByQueue } from '../notices-by-queue.ts';
import { onSweep } from '../on-sweep.ts';
import { redriveByQueue } from '../redrive-by-queue.ts';
import { sweepLaterByQueue } from '../sweep-later-by-queue.ts';
import { tellByQueue } from '../tell-by-queue.ts';
import { ledgerTable } from './ledger-table.ts';

const config = readSweepConfig();
const { deployed, centre, watchingRules, watchDeadLetters } = config;
const [home = '', ...others] = config.regions;
const logger = new Logger();
const now = () => new Date();
const queues = new SQSClient();
const again = againByQueue(queues, config.noticesQueueUrl);

export const handler = onSweep({
  logger,
  counter: countedBy(new Metrics({ namespace: metricNamespace, defaultDimensions: { stage: config.stage } })),
  sweeper: {
    regions: config.regions,
    enabledRegions: () => listRegions({}, enabled),
    pools: cognitoPages(),
    policies,
    book: dynamoBook({ table: ledgerTable(config.ledgerTable) }),
    pace: paceOf(config.share),
    askForLooks: askForLooksByQueue(queues, config.poolChangesQueueUrl),
    later: sweepLaterByQueue(queues, config.sweepsQueueUrl),
    announce: announceByQueue(queues, config.noticesQueueUrl),
    tell: tellByQueue(queues, config.noticesQueueUrl),
    checkListeners: () => again(JSON.stringify(checkListenersMessage), 0),
    muteParts: muteParts({
      rules: { client: new EventBridgeClient(), region: home, names: watchingRules },
      deadLetters: {
        clientIn: clientByRegion((region) => new SQSClient({ region, useQueueUrlAsEndpoint: false })),
        regions: watchDeadLetters === undefined ? [] : others,
        name: watchDeadLetters ?? '',
      },
      log: (reason) => logger.error('not known whether tampering is told', { ...logKeys({ reason }) }),
    }),
    redriveNotices: redriveByQueue(queues, {
      deadLettersArn: config.noticesDeadLettersArn,
      queueArn: config.noticesQueueArn,
    }),
    ...(deployed && { heart: { ...deployed, beat: beatByQueue(queues, config.noticesQueueUrl) } }),
    ...(deployed &&
      centre && {
        centre: {
          expected: accountsOfStackSet(new CloudFormationClient(), centre.stackSet, centre.callAs),
          codeDigest: deployed.codeDigest,
          silentAfter: centre.silentMinutes * 60_000,
        },
      }),
    now,
    wait: (milliseconds) => setTimeout(milliseconds),
  },
});
