import { loadPolicies } from '../../policy/load-policies.ts';
import type { AwsAccount } from '../aws-account.ts';
import { inert } from '../report/inert.ts';
import { askAws, knownIfAnswered, NotAnswered } from './ask-aws.ts';
import type { Check } from './check.ts';
import { deadLettersCheck } from './dead-letters-check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { deployedRules } from './deployed-rules.ts';
import { eventsCheck } from './events-check.ts';
import { findDeployment } from './find-deployment.ts';
import { forwardersCheck } from './forwarders-check.ts';
import { chatCheck, listenersOf, subscriptionsCheck } from './listeners-check.ts';
import { type ExaminedMemory, memoryAt } from './memory-at.ts';
import { pausesCheck, policiesCheck, sweepCheck } from './memory-checks.ts';
import type { Time } from './recorded-changes.ts';
import { rolesCheck } from './roles-check.ts';
import { rulesCheck } from './rules-check.ts';
import { tamperingCheck } from './tampering-check.ts';
import { trailCheck } from './trail-check.ts';

/** What is examined. */
export interface Examined {
  readonly account: AwsAccount;
  readonly stage: string;
  /** The folder of policy files to compare with. */
  readonly folder: string;
  /** `deployed`, or the folder that the deployment remembers in. */
  readonly ledger: string;
}

/** Examines a deployment, part by part, in the order that an event takes. Reads only. */
export const examine = async (
  { account, stage, folder, ledger }: Examined,
  time: Time,
): Promise<readonly Check[]> => {
  const { accountId, region } = account;
  const isDeployed = ledger === 'deployed';
  const { check, table, parts } = await findDeployment({ stage, region, hasTable: isDeployed });
  const trails = await Promise.all(
    regionsOf(parts, region).map((each) => {
      const name = nameIn('trail', each, region);
      return knownIfAnswered(name, () => trailCheck(name, each, { accountId, regions: parts?.regions }));
    }),
  );
  const ofParts = parts ? await examineParts(parts, account, { stage, table: table ?? 'no-table' }) : [];
  const memory = isDeployed
    ? table !== undefined && memoryAt({ table, region })
    : memoryAt({ folder: ledger });
  const ofMemory = memory ? await examineMemory(memory, parts, account, folder, time) : [];
  return [check, ...trails, ...ofParts, ...ofMemory];
};

/** Home first. */
const regionsOf = (parts: DeployedParts | undefined, home: string): readonly string[] => [
  home,
  ...(parts?.regions ?? []).filter((each) => each !== home),
];

/** What a check of one Region is called. */
const nameIn = (check: string, region: string, home: string): string =>
  region === home ? check : `${check} ${inert(region)}`;

const examineParts = async (
  parts: DeployedParts,
  { accountId, region }: AwsAccount,
  { stage, table }: { readonly stage: string; readonly table: string },
): Promise<readonly Check[]> => {
  const rules = await heldBack(deployedRules({ stage, region }));
  const listeners = await heldBack(listenersOf(parts, region));
  return [
    await knownIfAnswered('rules', async () => rulesCheck(answered(rules), parts, region)),
    await knownIfAnswered('forwarders', async () => forwardersCheck(answered(rules), parts, region)),
    await knownIfAnswered('tampering', async () =>
      tamperingCheck(answered(rules), parts, { accountId, region }),
    ),
    await knownIfAnswered('dead letters', () => deadLettersCheck(parts, { accountId, region })),
    await knownIfAnswered('subscriptions', async () => subscriptionsCheck(answered(listeners), parts)),
    await knownIfAnswered('Amazon Q', async () => chatCheck(answered(listeners), parts)),
    await knownIfAnswered('roles', () => rolesCheck(parts, { accountId, region, table })),
  ];
};

/** An answer, or why there is none: for each check that goes by it to say. */
const heldBack = <Answer>(answer: Promise<Answer>): Promise<Answer | NotAnswered> =>
  answer.catch((error: unknown) => {
    if (error instanceof NotAnswered) return error;
    throw error;
  });

/** @throws NotAnswered where that was held back */
const answered = <Answer>(held: Answer | NotAnswered): Answer => {
  if (held instanceof NotAnswered) throw held;
  return held;
};

const examineMemory = async (
  { desk, book }: ExaminedMemory,
  parts: DeployedParts | undefined,
  { accountId, region }: AwsAccount,
  folder: string,
  time: Time,
): Promise<readonly Check[]> => {
  const now = time.now();
  const action = 'dynamodb:GetItem';
  const readDesk = { pool: (...args: Parameters<typeof desk.pool>) => askAws(action, desk.pool(...args)) };
  const record = async () => (await askAws(action, book.read()))?.record;
  const loaded = await loadPolicies(folder);
  const local = loaded.kind === 'policies' ? loaded.policies : { why: 'mistakes' };
  const events = await Promise.all(
    regionsOf(parts, region).map((each) => {
      const name = nameIn('events', each, region);
      const watched = { accountId, region: each, home: region };
      return knownIfAnswered(name, () => eventsCheck(name, readDesk, watched, time));
    }),
  );
  return [
    ...events,
    await knownIfAnswered('sweeps', async () => sweepCheck(await record(), parts?.sweepMinutes ?? 60, now)),
    await knownIfAnswered('pauses', async () =>
      pausesCheck(await askAws(action, book.pauses()), await askAws(action, book.damagedPauses()), now),
    ),
    await knownIfAnswered('policies', async () => policiesCheck(await record(), local, folder)),
  ];
};
