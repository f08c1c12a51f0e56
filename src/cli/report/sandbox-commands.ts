import { keys } from '../demo/people.ts';
import { sandboxRegion } from '../deployed/sandbox-settings.ts';
import { howToCall } from '../how-to-call.ts';
import { inert } from './inert.ts';

/** A running sandbox, and a pool in it. */
export interface SandboxPlace {
  readonly url: string;
  readonly pool: string;
  /** The folder in which the deployment remembers. */
  readonly ledger: string;
}

/** What leads the tools of another terminal to a sandbox. */
export const sandboxEnvironment = ({ url, ledger }: SandboxPlace): readonly string[] => [
  `export AWS_ENDPOINT_URL=${url}`,
  `export AWS_REGION=${sandboxRegion} AWS_DEFAULT_REGION=${sandboxRegion}`,
  `export AWS_ACCESS_KEY_ID=${keys.developer} AWS_SECRET_ACCESS_KEY=sandbox`,
  `export LIFEGUARD_LEDGER=${inert(ledger)}`,
];

/** What takes that back. */
export const sandboxUnset =
  'unset AWS_ENDPOINT_URL AWS_REGION AWS_DEFAULT_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY LIFEGUARD_LEDGER';

/** What there is to try, by what it does. */
export const sandboxCommands = ({ pool }: SandboxPlace) => {
  const lifeguard = howToCall();
  return {
    weaken: `aws cognito-idp update-user-pool --user-pool-id ${pool} --policies 'PasswordPolicy={MinimumLength=8}'`,
    describe: `aws cognito-idp describe-user-pool --user-pool-id ${pool} --query UserPool.Policies`,
    create: 'aws cognito-idp create-user-pool --pool-name my-pool',
    plan: `${lifeguard} plan`,
    undo: `${lifeguard} undo OUTCOME-ID`,
    pause: `${lifeguard} pause ${pool} --for 30m --reason "trying it out"`,
    resume: `${lifeguard} resume ${pool}`,
    history: `${lifeguard} history ${pool}`,
    testNotice: `${lifeguard} test-notice`,
  };
};
