import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { homeOf } from './home-of.ts';
import { reasonOf } from './live/reason-of.ts';
import { NotDeployedError } from './not-deployed-error.ts';
import { inert } from './report/inert.ts';

/** What a deployment tells in the Parameter Store: its table's name, the URL of its queue of sweeps, its channels, its parts. */
export type DeployedValue = 'ledger' | 'sweeps' | 'channels' | 'parts';

/** Under which stage, and in which Region. */
interface Place {
  readonly stage: string;
  readonly region: string;
}

/** What a deployment told, and the Region that it is deployed in. */
interface Told {
  readonly value: string;
  readonly region: string;
}

/**
 * Reads what a deployment tells of itself: the one in this Region, or the one that looks after this Region from another.
 * @throws NotDeployedError where there is none, or AWS doesn't say
 */
export const deployedValue = async (value: DeployedValue, place: Place): Promise<Told> => {
  try {
    return await valueAt(value, place);
  } catch (error) {
    const home = isNotFound(error) ? await homeOf(place) : undefined;
    if (home === undefined) throw notDeployed(error, value, place);
    const there = { ...place, region: home };
    return valueAt(value, there).catch((atHome: unknown) => {
      throw notDeployed(atHome, value, there);
    });
  }
};

const valueAt = async (value: DeployedValue, { stage, region }: Place): Promise<Told> => {
  const client = new SSMClient({ region });
  const { Parameter } = await client.send(new GetParameterCommand({ Name: nameOf(value, stage) }));
  if (!Parameter?.Value) throw new Error('the parameter has no value');
  return { value: Parameter.Value, region };
};

const nameOf = (value: DeployedValue, stage: string): string => `/cognito-lifeguard/${stage}/${value}`;

const isNotFound = (error: unknown): boolean => error instanceof Error && error.name === 'ParameterNotFound';

const notDeployed = (error: unknown, value: DeployedValue, place: Place): NotDeployedError =>
  new NotDeployedError(sentenceOf(error, value, nameOf(value, place.stage), place), whyOf(error, place));

/** What each value is, as people ask for it. */
const told: { readonly [value in DeployedValue]: string } = {
  ledger: 'where its ledger is',
  sweeps: 'where it can be asked',
  channels: 'its channels',
  parts: 'what it is made of',
};

const whyOf = (error: unknown, { stage, region }: Place): string =>
  isNotFound(error)
    ? `Lifeguard is not deployed in ${inert(region)} under stage ${inert(stage)}`
    : inert(reasonOf(error).replace(/\.$/, ''));

const sentenceOf = (
  error: unknown,
  value: DeployedValue,
  parameter: string,
  { stage, region }: Place,
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
