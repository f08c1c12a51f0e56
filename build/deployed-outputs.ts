import {
  CloudFormationClient,
  type CloudFormationClientConfig,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';

/** What people need for the next steps, and what is hard to find once the stack is gone. */
const shown = [
  'NoticesTopicArn',
  'UrgentTopicArn',
  'TamperingTopicArn',
  'LedgerTableName',
  'PausePolicyArn',
  'OperatePolicyArn',
];

/**
 * A deployed stack's outputs that the next steps in docs/deploy.md take, a line each; the framework prints them only
 * when it is asked to be verbose. None where AWS doesn't tell them: the deployment is done all the same.
 */
export const deployedOutputs = async (
  config: CloudFormationClientConfig,
  stack: string,
): Promise<readonly string[]> => {
  try {
    const { Stacks: [found] = [] } = await new CloudFormationClient(config).send(
      new DescribeStacksCommand({ StackName: stack }),
    );
    const outputs = (found?.Outputs ?? []).filter(({ OutputKey = '' }) => shown.includes(OutputKey));
    return outputs.map(({ OutputKey, OutputValue }) => `${OutputKey}: ${OutputValue}`);
  } catch {
    return [];
  }
};
