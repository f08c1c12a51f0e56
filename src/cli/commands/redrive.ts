import { awsAccount } from '../aws-account.ts';
import { CliError } from '../cli-error.ts';
import { askDeployment } from '../desk/ask-deployment.ts';
import { exitCode } from '../exit-code.ts';
import { printText } from '../terminal/print.ts';

export interface RedriveOptions {
  readonly region?: string;
  readonly stage: string;
}

/** Has notices that couldn't be sent tried again, each where it hasn't been. */
export const redrive = async ({ region, stage }: RedriveOptions): Promise<number> => {
  const account = await awsAccount(region);
  const asked = await askDeployment({ account, stage }, { kind: 'redrive' });
  if (asked !== 'asked')
    throw new CliError(
      `The deployment could not be asked: nothing was tried again. ${asked.why}`,
      exitCode.aws,
    );
  printText(
    'Notices that could not be sent are tried again now, each on the channels that do not have it. What fails again is among the dead letters in an hour.',
  );
  return exitCode.compliant;
};
