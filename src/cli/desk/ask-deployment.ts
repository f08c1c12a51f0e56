import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AtTheDesk } from '../at-the-desk.ts';
import { deployedValue } from '../deployed-value.ts';
import { inert } from '../report/inert.ts';

/** What the deployment is asked to do soon. It brings no facts: the ledger has them. */
export type AskedOfDeployment =
  /** To look which pauses people haven't been told of. */
  | { readonly kind: 'check-pauses' }
  /** To look at a pool: calls wait for it. */
  | { readonly kind: 'look'; readonly pool: string };

/**
 * Sends a request to the deployment's queue of sweeps; without it, the next sweep does the same.
 * @returns `asked`, or why it could not be
 */
export const askDeployment = async (
  { account, stage }: Pick<AtTheDesk, 'account' | 'stage'>,
  asked: AskedOfDeployment,
): Promise<'asked' | { readonly why: string }> => {
  const { region } = account;
  try {
    const QueueUrl = await deployedValue('sweeps', { stage, region });
    const MessageBody = JSON.stringify({ schema: 'cognito-lifeguard/sweep/1', ...asked });
    await new SQSClient({ region }).send(new SendMessageCommand({ QueueUrl, MessageBody }));
    return 'asked';
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { why: inert(`${name}: ${message}`) };
  }
};
