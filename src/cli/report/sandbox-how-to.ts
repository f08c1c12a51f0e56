import { keys } from '../demo/people.ts';
import { sandboxRegion } from '../deployed/sandbox-settings.ts';
import { inert } from './inert.ts';
import { paint } from './paint.ts';

/** What to type against a running sandbox. */
export const sandboxHowTo = ({
  url,
  pool,
  ledger,
}: {
  readonly url: string;
  readonly pool: string;
  readonly ledger: string;
}): string => `
${paint.strong(`AWS on loopback: ${url}, with Lifeguard deployed and the pool ${pool} in it.`)} Ctrl-C ends it.

In another terminal, in this folder:

  export AWS_ENDPOINT_URL=${url} AWS_REGION=${sandboxRegion} AWS_DEFAULT_REGION=${sandboxRegion}
  export AWS_ACCESS_KEY_ID=${keys.developer} AWS_SECRET_ACCESS_KEY=sandbox
  export LIFEGUARD_LEDGER=${inert(ledger)}

  aws cognito-idp update-user-pool --user-pool-id ${pool} --policies 'PasswordPolicy={MinimumLength=8}'
  aws cognito-idp describe-user-pool --user-pool-id ${pool} --query UserPool.Policies
  aws cognito-idp create-user-pool --pool-name my-pool
  npx lifeguard plan
  npx lifeguard undo OUTCOME-ID      # the id stands below what was put right, and in the mail
  npx lifeguard pause ${pool} --for 30m --reason "trying it out"
  npx lifeguard resume ${pool}
  npx lifeguard history ${pool}

Policy files were read now: start again to have changed ones count.
`;
