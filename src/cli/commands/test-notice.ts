import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { deployedValue } from '../deployed-value.ts';
import { askDeployment } from '../desk/ask-deployment.ts';
import { awaitDeliveries } from '../desk/await-deliveries.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { paint } from '../report/paint.ts';
import { printText } from '../terminal/print.ts';

/** Has the deployment send a sample on every channel, and says which have it. */
export const testNotice = async (options: DeskOptions): Promise<number> => {
  const at = await atTheDesk(options);
  const { region } = at.account;
  const channels = (await deployedValue('channels', { stage: at.stage, region })).value.split(',');
  const id = `test-${randomUUID()}`;
  const asked = await askDeployment(at, { kind: 'test', id, by: at.account.caller });
  if (asked !== 'asked')
    throw new CliError(`The deployment could not be asked, and sends nothing. ${asked.why}`, exitCode.aws);
  printText('A test notice goes out on every channel:');
  const missing = await awaitDeliveries(at.notices, id, channels, {
    wait: (milliseconds) => setTimeout(milliseconds),
    onSent: (channel) => printText(`  ${paint.good('sent')}      ${inert(channel)}`),
  });
  for (const channel of missing) printText(`  ${paint.bad('not sent')}  ${inert(channel)}`);
  if (missing.length > 0) {
    printText(`\nThe reason stands in the log of on-notice, under outcome ${id}.`);
    return missing.length < channels.length ? exitCode.partly : exitCode.findings;
  }
  printText(
    '\nSent is not read: see that it has arrived with everybody who is to hear, and have who has not confirm the subscription (docs/deploy.md).',
  );
  return exitCode.compliant;
};
