import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoBook } from '../../ledger/dynamo-book.ts';
import { dynamoDesk } from '../../ledger/dynamo-desk.ts';
import { loadPolicies } from '../../policy/load-policies.ts';
import type { AwsAccount } from '../aws-account.ts';
import { askAws, knownIfAnswered, NotAnswered } from './ask-aws.ts';
import type { Check } from './check.ts';
import { deadLettersCheck } from './dead-letters-check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { eventsCheck } from './events-check.ts';
import { findDeployment } from './find-deployment.ts';
import { chatCheck, listenersOf, subscriptionsCheck } from './listeners-check.ts';
import { pausesCheck, policiesCheck, sweepCheck } from './memory-checks.ts';
import { rolesCheck } from './roles-check.ts';
import { rulesCheck } from './rules-check.ts';
import { trailCheck } from './trail-check.ts';

/** What is examined. */
export interface Examined {
  readonly account: AwsAccount;
  readonly stage: string;
  /** The folder of policy files to compare with. */
  readonly folder: string;
}

/** Examines a deployment, part by part, in the order that an event takes. Reads only. */
export const examine = async ({ account, stage, folder }: Examined, now: Date): Promise<readonly Check[]> => {
  const { region } = account;
  const found = await findDeployment(stage, region);
  const trail = await knownIfAnswered('trail', () => trailCheck(region));
  const { table, parts } = found;
  const ofParts = parts ? await examineParts(parts, account, table ?? '') : [];
  const ofMemory = table === undefined ? [] : await examineMemory(table, parts, account, folder, now);
  return [found.check, trail, ...ofParts, ...ofMemory];
};

const examineParts = async (
  parts: DeployedParts,
  { accountId, region }: AwsAccount,
  table: string,
): Promise<readonly Check[]> => {
  const listeners = await listenersOf(parts, region).catch((error: unknown) => {
    if (error instanceof NotAnswered) return error;
    throw error;
  });
  const ofListeners = async (
    name: string,
    check: (heard: Awaited<ReturnType<typeof listenersOf>>) => Check,
  ) =>
    knownIfAnswered(name, async () => {
      if (listeners instanceof NotAnswered) throw listeners;
      return check(listeners);
    });
  return [
    await knownIfAnswered('rules', () => rulesCheck(parts, region)),
    await knownIfAnswered('dead letters', () => deadLettersCheck(parts, region)),
    await ofListeners('subscriptions', subscriptionsCheck),
    await ofListeners('Amazon Q', (heard) => chatCheck(heard, parts)),
    await knownIfAnswered('roles', () => rolesCheck(parts, { accountId, region, table })),
  ];
};

const examineMemory = async (
  name: string,
  parts: DeployedParts | undefined,
  { accountId, region }: AwsAccount,
  folder: string,
  now: Date,
): Promise<readonly Check[]> => {
  const table = { client: new DynamoDBClient({ region }), name };
  const book = dynamoBook({ table });
  const desk = dynamoDesk({ table });
  const readDesk = {
    pool: (...args: Parameters<typeof desk.pool>) => askAws('dynamodb:GetItem', desk.pool(...args)),
  };
  const record = () =>
    askAws(
      'dynamodb:GetItem',
      book.read().then((read) => read?.record),
    );
  const loaded = await loadPolicies(folder);
  const local = loaded.kind === 'policies' ? loaded.policies : { why: 'mistakes' };
  return [
    await knownIfAnswered('events', () => eventsCheck(readDesk, { accountId, region, table: name }, now)),
    await knownIfAnswered('sweeps', async () => sweepCheck(await record(), parts?.sweepMinutes ?? 60, now)),
    await knownIfAnswered('pauses', async () =>
      pausesCheck(await askAws('dynamodb:GetItem', book.pauses()), now),
    ),
    await knownIfAnswered('policies', async () => policiesCheck(await record(), local, folder)),
  ];
};
