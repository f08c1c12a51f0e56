import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { inert } from './report/inert.ts';

/** What a deployment tells in the Parameter Store: its table's name, the URL of its queue of sweeps, its channels. */
export type DeployedValue = 'ledger' | 'sweeps' | 'channels';

/** Nothing is deployed under this stage in this Region, as far as the Parameter Store says. */
export class NotDeployedError extends CliError {}

/**
 * Reads what a deployment tells of itself.
 * @throws CliError where there is none, or AWS doesn't say
 */
export const deployedValue = async (
  value: DeployedValue,
  { stage, region }: { readonly stage: string; readonly region: string },
): Promise<string> => {
  const name = `/cognito-lifeguard/${stage}/${value}`;
  try {
    const { Parameter } = await new SSMClient({ region }).send(new GetParameterCommand({ Name: name }));
    if (!Parameter?.Value) throw new Error('the parameter has no value');
    return Parameter.Value;
  } catch (error) {
    const Kind = error instanceof Error && error.name === 'ParameterNotFound' ? NotDeployedError : CliError;
    throw new Kind(sentenceOf(error, value, name, { stage, region }), exitCode.aws);
  }
};

const sentenceOf = (
  error: unknown,
  value: DeployedValue,
  parameter: string,
  { stage, region }: { readonly stage: string; readonly region: string },
): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const place = `${inert(parameter)} in ${inert(region)}`;
  if (value !== 'ledger')
    return `Can't find its ${value === 'sweeps' ? 'queue of sweeps' : 'channels'} (ssm:GetParameter ${place}): ${inert(`${name}: ${message}`)}`;
  const own = '--ledger .lifeguard keeps a ledger of your own.';
  return name === 'ParameterNotFound'
    ? `Lifeguard is not deployed in ${inert(region)} under stage ${inert(stage)}, or by a version that does not tell where its ledger is. Name another Region or --stage; ${own}`
    : `Can't find the deployed ledger (ssm:GetParameter ${place}): ${inert(`${name}: ${message}`)}. Nothing was done; ${own}`;
};
