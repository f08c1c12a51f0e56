import type { Outcome } from '../../remediation/outcome.ts';
import { type Sandbox, type SandboxOptions as StartOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { CliError } from '../cli-error.ts';
import { aRealisticPool } from '../demo/a-realistic-pool.ts';
import { clientOf, introducePeople, keys } from '../demo/people.ts';
import { createPool } from '../demo/weaken.ts';
import { deployInto } from '../deployed/deploy-into.ts';
import { sandboxRegion } from '../deployed/sandbox-settings.ts';
import { exitCode } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { deliveryText } from '../report/delivery-text.ts';
import { inert } from '../report/inert.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { sandboxHowTo } from '../report/sandbox-how-to.ts';
import { aFolderForNow, sandboxLedgers } from '../sandbox-ledgers.ts';
import { untilInterrupted } from '../until-interrupted.ts';

export interface SandboxOptions {
  readonly port: number;
  readonly semantics: 'documented' | 'measured' | 'worst';
  readonly policies: string;
  /** A folder that stays; without it, one that goes with the sandbox. */
  readonly ledger?: string;
}

/** Runs AWS on loopback with Lifeguard deployed in it and a pool to try it on, until Ctrl-C. */
export const sandbox = async ({
  port,
  semantics,
  policies: folder,
  ledger,
}: SandboxOptions): Promise<number> => {
  const policies = await policiesIn(folder);
  const aws = await startOn(port, { semantics, homeRegion: sandboxRegion });
  introducePeople(aws);
  const memory = ledger ?? (await aFolderForNow());
  let told = 0;
  const show = async (outcome: Outcome): Promise<void> => {
    console.log(`\n${outcomeText(outcome)}${outcome.changes.length > 0 ? `\n  outcome ${outcome.id}` : ''}`);
    await aws.settled();
    for (const delivery of aws.deliveries.slice(told)) console.log(`\n${deliveryText(delivery)}`);
    told = aws.deliveries.length;
  };
  const ledgers = sandboxLedgers(memory);
  const onOutcome = (outcome: Outcome): void => void show(outcome);
  await deployInto({ sandbox: aws, policies, ledgers, isShared: true, onOutcome });
  const id = await createPool(clientOf(aws, keys.developer), aRealisticPool);
  await aws.settled();
  // Listening for Ctrl-C begins before anybody reads that it may be typed.
  const interrupted = untilInterrupted();
  console.log(sandboxHowTo({ url: aws.url, pool: id, ledger: memory }));
  await interrupted;
  await aws.close();
  return exitCode.compliant;
};

const startOn = async (port: number, options: StartOptions): Promise<Sandbox> => {
  try {
    return await startSandbox({ port, ...options });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'is taken' : `can't be used: ${inert(message)}`;
    throw new CliError(
      `Port ${port} on 127.0.0.1 ${why}. Name another with --port; 0 takes a free one.`,
      exitCode.usage,
    );
  }
};
