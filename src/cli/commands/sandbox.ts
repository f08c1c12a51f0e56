import type { Outcome } from '../../remediation/outcome.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { aRealisticPool } from '../demo/a-realistic-pool.ts';
import { clientOf, introducePeople, keys } from '../demo/people.ts';
import { createPool } from '../demo/weaken.ts';
import { deployInto } from '../deployed/deploy-into.ts';
import { firstSweep } from '../deployed/first-sweep.ts';
import { lifeguardRole } from '../deployed/lifeguard-role.ts';
import { sandboxRegion } from '../deployed/sandbox-settings.ts';
import { exitCode } from '../exit-code.ts';
import { onNextPort, onPort } from '../on-port.ts';
import { commandViews, placeView } from '../page/page-place.ts';
import { startPage } from '../page/start-page.ts';
import { policiesIn } from '../policies.ts';
import { sandboxHowTo } from '../report/sandbox-how-to.ts';
import { aFolderForNow, sandboxLedgers } from '../sandbox-ledgers.ts';
import { sandboxTerminal } from '../sandbox-terminal.ts';
import { columnsOf, printText } from '../terminal/print.ts';
import { untilInterrupted } from '../until-interrupted.ts';

export interface SandboxOptions {
  readonly port: number;
  /** Where the page is served; the port after the sandbox's, or a free one where that is taken, if not said. */
  readonly pagePort?: number;
  readonly semantics: 'documented' | 'measured' | 'worst';
  /** Refuses what is over Cognito's quotas, as AWS does. */
  readonly quotas: boolean;
  readonly policies: string;
  /** A folder that stays; without it, one that goes with the sandbox. */
  readonly ledger?: string;
  /** Prints messages whole, not only what they are about. */
  readonly messages: boolean;
}

/** How much is kept of what happened: enough for days of trying things out, and for what commands look up. */
const keep = 10_000;

/** Runs AWS on loopback with Lifeguard deployed in it and a pool to try it on, until Ctrl-C. */
export const sandbox = async ({
  port,
  pagePort,
  semantics,
  quotas,
  policies: folder,
  ledger,
  messages,
}: SandboxOptions): Promise<number> => {
  // Before there is anything that has to go with the sandbox.
  const interrupted = untilInterrupted();
  const policies = await policiesIn(folder);
  const aws = await onPort('--port', port, () =>
    startSandbox({ port, semantics, quotas, homeRegion: sandboxRegion, keep }),
  );
  introducePeople(aws);
  const place = { url: aws.url, pool: '', ledger: ledger ?? (await aFolderForNow()) };
  const serve = (chosen: number) =>
    startPage(aws, policies, chosen, {
      place: placeView(aws, policies),
      commands: () => commandViews(place),
    });
  const page = await (pagePort === undefined
    ? onNextPort(Number(new URL(aws.url).port), serve)
    : onPort('--page-port', pagePort, serve)
  ).catch(async (error: unknown) => {
    await aws.close();
    throw error;
  });
  const ledgers = sandboxLedgers(place.ledger);
  const terminal = sandboxTerminal(printText, {
    lifeguard: lifeguardRole(aws.accountId).arn,
    messages,
    columns: columnsOf(process.stdout),
  });
  const onOutcome = (outcome: Outcome): void => {
    page.outcome(outcome);
    terminal.outcome(outcome);
  };
  aws.watch((happening) => {
    if (happening.kind === 'delivery') terminal.delivered(happening.delivery);
  });
  await deployInto({ sandbox: aws, policies, ledgers, isShared: true, onOutcome, onCount: terminal.counted });
  place.pool = await createPool(clientOf(aws, keys.developer), aRealisticPool);
  await aws.settled();
  await firstSweep(aws);
  await aws.settled();
  printText(sandboxHowTo(place, page.url));
  terminal.open();
  await interrupted;
  await page.close();
  await aws.close();
  return exitCode.compliant;
};
