import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { askAws, NotAnswered } from './ask-aws.ts';

/**
 * What a deployment tells in one of its parameters.
 * @param value the parameter's name after the deployment's own
 * @returns undefined where there is none
 * @throws NotAnswered
 */
export const parameterOf = async (
  client: SSMClient,
  stage: string,
  value: string,
): Promise<string | undefined> => {
  try {
    const Name = `/cognito-lifeguard/${stage}/${value}`;
    const { Parameter } = await askAws('ssm:GetParameter', client.send(new GetParameterCommand({ Name })));
    return Parameter?.Value;
  } catch (error) {
    if (error instanceof NotAnswered && error.code === 'ParameterNotFound') return undefined;
    throw error;
  }
};
