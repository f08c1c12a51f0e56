import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { isRegionName } from '../pool/region-name.ts';

/**
 * The Region that looks after another one, as the parameter says that its forwarder makes there.
 * @returns undefined where nothing says so
 */
export const homeOf = async ({
  stage,
  region,
}: {
  readonly stage: string;
  readonly region: string;
}): Promise<string | undefined> => {
  const Name = `/cognito-lifeguard/${stage}/home`;
  const { Parameter } = await new SSMClient({ region })
    .send(new GetParameterCommand({ Name }))
    .catch(() => ({ Parameter: undefined }));
  const home = Parameter?.Value;
  return home !== undefined && isRegionName(home) ? home : undefined;
};
