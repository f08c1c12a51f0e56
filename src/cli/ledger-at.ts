import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { distinctCauses } from '../change/distinct-causes.ts';
import { readLedgerPlace } from '../config.ts';
import type { Desk } from '../ledger/desk.ts';
import { dynamoDesk } from '../ledger/dynamo-desk.ts';
import { dynamoLedger } from '../ledger/dynamo-ledger.ts';
import { dynamoNotices } from '../ledger/dynamo-notices.ts';
import { folderLedger } from '../ledger/folder-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NoticeMemory } from '../ledger/notice-memory.ts';
import { changedLeavesOnly } from '../remediation/pre-image.ts';
import type { AwsAccount } from './aws-account.ts';
import { CliError } from './cli-error.ts';
import { deployedValue } from './deployed-value.ts';
import { exitCode } from './exit-code.ts';
import { isOwnTable } from './is-own-table.ts';
import { orOutOfReach } from './or-out-of-reach.ts';
import { inert } from './report/inert.ts';

/** Where to find what is remembered, as options say it. */
export interface LedgerOptions {
  /** `deployed`, `local`, or a folder; LIFEGUARD_LEDGER where it is left out. */
  readonly ledger?: string;
  readonly stage: string;
}

/** What is remembered, for one command. */
export interface LedgerInUse {
  readonly looks: Ledger;
  readonly desk: Desk;
  /** Which notices have gone out. */
  readonly notices: Pick<NoticeMemory, 'isTold'>;
  /** True where a deployment looks at pools by the same ledger. */
  readonly isDeployed: boolean;
}

/** Where `--ledger local` is, from the folder on in which the command is run. */
const localFolder = '.lifeguard';

/** Seconds. A person's write takes as long as the function's at most, and the backing off between attempts. */
const leaseSeconds = 120;

/**
 * Opens the ledger: the one place that decides which. Nothing falls back on another one, since a command that writes
 * without what is remembered could undo what somebody asked for.
 * @throws CliError where a deployed one can't be found, or isn't this account's; its steps throw one where it can't be reached
 */
export const ledgerAt = async (
  { ledger: place = readLedgerPlace(), stage }: LedgerOptions,
  account: Pick<AwsAccount, 'region'>,
): Promise<LedgerInUse> => {
  const now = () => new Date();
  const shared = { leaseSeconds, newId: randomUUID, distinct: distinctCauses, now };
  if (place !== 'deployed') {
    const folder = place === 'local' ? localFolder : place;
    const wait = (milliseconds: number) => setTimeout(milliseconds);
    const { looks, desk, notices } = folderLedger({ folder, wait, ...shared });
    const what = `The ledger in the folder ${folder}`;
    return {
      looks: orOutOfReach(what, looks),
      desk: orOutOfReach(what, desk),
      notices: orOutOfReach(what, notices),
      isDeployed: false,
    };
  }
  const { value: name, region } = await deployedValue('ledger', { stage, region: account.region });
  if (!isOwnTable(name))
    throw new CliError(
      `The parameter /cognito-lifeguard/${inert(stage)}/ledger names ${inert(name)}, which is no table of this account: find out who wrote that, and deploy again. Nothing was done.`,
      exitCode.aws,
    );
  const table = { client: new DynamoDBClient({ region }), name };
  const what = `The ledger, table ${name} in ${region},`;
  return {
    looks: orOutOfReach(what, dynamoLedger({ table, shorten: changedLeavesOnly, ...shared })),
    desk: orOutOfReach(what, dynamoDesk({ table })),
    notices: orOutOfReach(what, dynamoNotices({ table, now })),
    isDeployed: true,
  };
};
