import type { Outcome } from '../../remediation/outcome.ts';
import { type Sandbox, type SandboxOptions as StartOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { CliError } from '../cli-error.ts';
import { aRealisticPool } from '../demo/a-realistic-pool.ts';
import { clientOf, introducePeople, keys } from '../demo/people.ts';
import { createPool } from '../demo/weaken.ts';
import { deployInto, sandboxRegion } from '../deployed-sandbox.ts';
import { exitCode } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { deliveryText } from '../report/delivery-text.ts';
import { inert } from '../report/inert.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { paint } from '../report/paint.ts';
import { untilInterrupted } from '../until-interrupted.ts';

export interface SandboxOptions {
  readonly port: number;
  readonly semantics: 'documented' | 'measured' | 'worst';
  readonly policies: string;
}

/** Runs AWS on loopback with Lifeguard deployed in it and a pool to try it on, until Ctrl-C. */
export const sandbox = async ({ port, semantics, policies: folder }: SandboxOptions): Promise<number> => {
  const policies = await policiesIn(folder);
  const aws = await startOn(port, { semantics, homeRegion: sandboxRegion });
  introducePeople(aws);
  let told = 0;
  const show = async (outcome: Outcome): Promise<void> => {
    console.log(`\n${outcomeText(outcome)}`);
    await aws.settled();
    for (const delivery of aws.deliveries.slice(told)) console.log(`\n${deliveryText(delivery)}`);
    told = aws.deliveries.length;
  };
  await deployInto({ sandbox: aws, policies, onOutcome: (outcome) => void show(outcome) });
  const id = await createPool(clientOf(aws, keys.developer), aRealisticPool);
  await aws.settled();
  // Listening for Ctrl-C begins before anybody reads that it may be typed.
  const interrupted = untilInterrupted();
  console.log(howTo(aws.url, id));
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

const howTo = (url: string, id: string): string => `
${paint.strong(`AWS on loopback: ${url}, with Lifeguard deployed and the pool ${id} in it.`)} Ctrl-C ends it.

In another terminal:

  export AWS_ENDPOINT_URL=${url} AWS_REGION=${sandboxRegion} AWS_DEFAULT_REGION=${sandboxRegion}
  export AWS_ACCESS_KEY_ID=${keys.developer} AWS_SECRET_ACCESS_KEY=sandbox

  aws cognito-idp update-user-pool --user-pool-id ${id} --policies 'PasswordPolicy={MinimumLength=8}'
  aws cognito-idp describe-user-pool --user-pool-id ${id} --query UserPool.Policies
  aws cognito-idp create-user-pool --pool-name my-pool
  npx lifeguard plan

Policy files were read now: start again to have changed ones count.
`;
