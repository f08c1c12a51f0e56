import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type OwnSweepMessage, sweepMessage } from '../../sweep/sweep-message.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { deployedValue } from '../deployed-value.ts';
import { isOwnQueue } from '../is-own-queue.ts';
import { inert } from '../report/inert.ts';

/**
 * Sends a request to the deployment's queue of sweeps; without it, the next sweep does the same.
 * @returns `asked`, or why it could not be
 */
export const askDeployment = async (
  { account, stage }: Pick<AtTheDesk, 'account' | 'stage'>,
  asked: OwnSweepMessage,
): Promise<'asked' | { readonly why: string }> => {
  const { accountId } = account;
  try {
    const { value: QueueUrl, region } = await deployedValue('sweeps', { stage, region: account.region });
    if (!isOwnQueue(QueueUrl, accountId)) return { why: notOurs(QueueUrl, accountId) };
    await new SQSClient({ region, useQueueUrlAsEndpoint: false }).send(
      new SendMessageCommand({ QueueUrl, MessageBody: sweepMessage(asked) }),
    );
    return 'asked';
  } catch (error) {
    if (error instanceof CliError) return { why: error.message };
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { why: inert(`${name}: ${message}`) };
  }
};

const notOurs = (url: string, accountId: string): string =>
  inert(
    `Its parameter names ${url}, which is no queue of account ${accountId}: find out who wrote that, and deploy again.`,
  );
