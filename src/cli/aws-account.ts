import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
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
 * @throws CliError where no Region or no credentials are set, or AWS gives no answer
 */
export const awsAccount = async (chosen?: string): Promise<AwsAccount> => {
  const client = new STSClient(chosen === undefined ? {} : { region: chosen });
  const region = await client.config.region().catch(() => {
    throw new CliError('No Region is set. Set AWS_REGION, or a profile with a region.', exitCode.usage);
  });
  try {
    const { Account: accountId, Arn: caller } = await client.send(new GetCallerIdentityCommand({}));
    if (!accountId || !caller) throw new Error('GetCallerIdentity answered without an account.');
    return { accountId, region, caller };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw new CliError(
      `AWS does not tell who you are (sts:GetCallerIdentity): ${inert(`${name}: ${message}`)}`,
      exitCode.aws,
    );
  }
};
