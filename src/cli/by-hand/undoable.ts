import type { KeptOutcome } from '../../ledger/ledger.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import type { AwsAccount } from '../aws-account.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';

/** What there is of an outcome to take back. */
export interface Undoable {
  readonly pool: PoolRef;
  readonly changes: readonly SettingChange[];
}

/** @throws CliError where there is no such outcome, it is another account's, or it has written nothing */
export const undoable = (id: string, kept: KeptOutcome | undefined, { accountId }: AwsAccount): Undoable => {
  if (!kept)
    throw new CliError(
      `This ledger keeps no outcome ${inert(id)}: check the id, the Region, --stage and --ledger.`,
      exitCode.usage,
    );
  const { pool, kind, changes } = kept.outcome;
  if (!pool || (kind !== 'remediated' && kind !== 'partly') || changes.length === 0)
    throw new CliError(
      `Outcome ${inert(id)} has written nothing (it is ${kind}): there is nothing to undo.`,
      exitCode.findings,
    );
  if (pool.accountId !== accountId)
    throw new CliError(
      `Outcome ${inert(id)} is about account ${pool.accountId}, and you call as ${accountId}.`,
      exitCode.usage,
    );
  return { pool, changes };
};
