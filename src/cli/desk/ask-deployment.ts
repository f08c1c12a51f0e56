import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type OwnSweepMessage, sweepMessage } from '../../sweep/sweep-message.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { deployedValue } from '../deployed-value.ts';
import { inert } from '../report/inert.ts';

/**
 * Sends a request to the deployment's queue of sweeps; without it, the next sweep does the same.
 * @returns `asked`, or why it could not be
 */
export const askDeployment = async (
  { account, stage }: Pick<AtTheDesk, 'account' | 'stage'>,
  asked: OwnSweepMessage,
): Promise<'asked' | { readonly why: string }> => {
  try {
    const { value: QueueUrl, region } = await deployedValue('sweeps', { stage, region: account.region });
    await new SQSClient({ region }).send(
      new SendMessageCommand({ QueueUrl, MessageBody: sweepMessage(asked) }),
    );
    return 'asked';
  } catch (error) {
    if (error instanceof CliError) return { why: error.message };
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { why: inert(`${name}: ${message}`) };
  }
};
