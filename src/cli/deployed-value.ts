import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { reasonOf } from './live/reason-of.ts';
import { NotDeployedError } from './not-deployed-error.ts';
import { inert } from './report/inert.ts';

/** What a deployment tells in the Parameter Store: its table's name, the URL of its queue of sweeps, its channels, its parts. */
export type DeployedValue = 'ledger' | 'sweeps' | 'channels' | 'parts';

/**
 * Reads what a deployment tells of itself.
 * @throws NotDeployedError where there is none, or AWS doesn't say
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
    throw new NotDeployedError(
      sentenceOf(error, value, name, { stage, region }),
      whyOf(error, { stage, region }),
    );
  }
};

/** What each value is, as people ask for it. */
const told: { readonly [value in DeployedValue]: string } = {
  ledger: 'where its ledger is',
  sweeps: 'where it can be asked',
  channels: 'its channels',
  parts: 'what it is made of',
};
const whyOf = (
  error: unknown,
  { stage, region }: { readonly stage: string; readonly region: string },
): string =>
  error instanceof Error && error.name === 'ParameterNotFound'
    ? `Lifeguard is not deployed in ${inert(region)} under stage ${inert(stage)}`
    : inert(reasonOf(error).replace(/\.$/, ''));

const sentenceOf = (
  error: unknown,
  value: DeployedValue,
  parameter: string,
  { stage, region }: { readonly stage: string; readonly region: string },
): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const place = `${inert(parameter)} in ${inert(region)}`;
  const missing = `Lifeguard is not deployed in ${inert(region)} under stage ${inert(stage)}, or by a version that does not tell ${told[value]}`;
  if (value !== 'ledger')
    return name === 'ParameterNotFound'
      ? `${missing}. Name another Region or --stage.`
      : `Can't find out ${told[value]} (ssm:GetParameter ${place}): ${inert(`${name}: ${message}`)}`;
  const own = '--ledger .lifeguard keeps a ledger of your own.';
  return name === 'ParameterNotFound'
    ? `${missing}. Name another Region or --stage; ${own}`
    : `Can't find the deployed ledger (ssm:GetParameter ${place}): ${inert(`${name}: ${message}`)}. Nothing was done; ${own}`;
};
