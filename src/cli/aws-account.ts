import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { isUnknownHost } from '../pool/is-unknown-host.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { checkRegions, type Doubt, noSuchRegion, tellDoubt } from './live/check-regions.ts';
import { inert } from './report/inert.ts';

/** The account and Region that the SDK's standard settings lead to, and as whom. */
export interface AwsAccount {
  readonly accountId: string;
  readonly region: string;
  /** The ARN of whoever calls. */
  readonly caller: string;
}

/**
 * Finds out where we are: credentials, profile, Region and endpoint are the SDK's business.
 * @param chosen a Region in place of the one that the SDK's settings name
 * @param others more Regions that are meant, to be there as well
 * @throws CliError where no Region or no credentials are set, a Region doesn't exist, or AWS gives no answer
 */
export const awsAccount = async (chosen?: string, others: readonly string[] = []): Promise<AwsAccount> => {
  const client = new STSClient(chosen === undefined ? {} : { region: chosen });
  const region = await client.config.region().catch(() => {
    throw new CliError('No Region is set. Set AWS_REGION, or a profile with a region.', exitCode.usage);
  });
  const doubt = await checkRegions([...new Set([region, ...others])]);
  try {
    const { Account: accountId, Arn: caller } = await client.send(new GetCallerIdentityCommand({}));
    if (!accountId || !caller) throw new Error('GetCallerIdentity answered without an account.');
    if (doubt) tellDoubt(doubt);
    return { accountId, region, caller };
  } catch (error) {
    throw notTold(error, region, doubt);
  }
};

/** Where AWS doesn't tell who asks. An endpoint that leads nowhere is that of a Region which doesn't exist. */
export const notTold = (error: unknown, region: string, doubt?: Doubt): CliError => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return doubt?.regions.includes(region) && isUnknownHost(error)
    ? new CliError(
        `${noSuchRegion(region)} Unless this machine has no way to AWS: ${inert(message)}`,
        exitCode.usage,
      )
    : new CliError(
        name === 'CredentialsProviderError'
          ? `No credentials were found: set AWS_PROFILE, or sign in with aws sso login. ${inert(message)}`
          : `AWS does not tell who you are (sts:GetCallerIdentity): ${inert(`${name}: ${message}`)}`,
        exitCode.aws,
      );
};
