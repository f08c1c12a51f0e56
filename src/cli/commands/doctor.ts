import { readLedgerPlace } from '../../config.ts';
import { inertJson } from '../../notify/inert-json.ts';
import type { DeskOptions } from '../at-the-desk.ts';
import { awsAccount } from '../aws-account.ts';
import { wallClock } from '../deployed/clock.ts';
import { examine } from '../doctor/examine.ts';
import { exitCode } from '../exit-code.ts';
import { checksSummary, checksText } from '../report/checks-text.ts';
import { printData, printText } from '../terminal/print.ts';

export interface DoctorOptions extends DeskOptions {
  /** The folder of policy files to compare with. */
  readonly policies: string;
  readonly format: 'text' | 'json';
}

/**
 * Examines a deployment and says what is wrong with it, and what to do. Reads only.
 * @returns 0 where all is ok, 1 where something is wrong or not known
 */
export const doctor = async ({
  region,
  stage,
  ledger = readLedgerPlace(),
  policies: folder,
  format,
}: DoctorOptions): Promise<number> => {
  const account = await awsAccount(region);
  const checks = await examine({ account, stage, folder, ledger }, wallClock);
  if (format === 'json')
    printData(
      inertJson(
        {
          schema: 'cognito-lifeguard/doctor/1',
          account: account.accountId,
          region: account.region,
          stage,
          checks,
        },
        2,
      ),
    );
  else printText(`${checksText(checks)}\n\n${checksSummary(checks)}`);
  return checks.every(({ state }) => state === 'ok') ? exitCode.compliant : exitCode.findings;
};
