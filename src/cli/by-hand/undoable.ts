import type { KeptOutcome } from '../../ledger/ledger.ts';
import { type PoolRef, poolRefFromArn } from '../../pool/pool-ref.ts';
import { findSetting } from '../../pool/settings.ts';
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

/**
 * @throws CliError where there is no such outcome, it is another account's, it has written nothing, or what it says isn't
 *   what this version knows of pools and settings
 */
export const undoable = (id: string, kept: KeptOutcome | undefined, { accountId }: AwsAccount): Undoable => {
  if (!kept)
    throw new CliError(
      `This ledger keeps no outcome ${inert(id)}: check the id, the Region, --stage and --ledger.`,
      exitCode.usage,
    );
  const { pool: told, kind, changes } = kept.outcome;
  if (!told || (kind !== 'remediated' && kind !== 'partly') || changes.length === 0)
    throw new CliError(
      `Outcome ${inert(id)} has written nothing (it is ${inert(kind)}): there is nothing to undo.`,
      exitCode.findings,
    );
  // The other members could say another pool than the one that is looked at and claimed.
  const pool = poolRefFromArn(told.arn);
  const unknown = changes.filter(({ setting }) => findSetting(setting) === undefined);
  if (!pool || unknown.length > 0)
    throw new CliError(
      `Outcome ${inert(id)} names ${pool ? inert(unknown.map(({ setting }) => setting).join(', ')) : inert(told.arn)}, which this version does not know: nothing can be undone.`,
      exitCode.aws,
    );
  if (pool.accountId !== accountId)
    throw new CliError(
      `Outcome ${inert(id)} is about account ${pool.accountId}, and you call as ${accountId}.`,
      exitCode.usage,
    );
  return { pool, changes };
};
