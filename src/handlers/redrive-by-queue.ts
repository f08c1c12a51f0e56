import { type SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';

/** Messages a second: about what on-notice tells. */
const rate = 2;

/**
 * Moves what lies in a dead-letter queue back to its queue, whole.
 * @throws what SQS throws, also where a move is under way
 */
export const redriveByQueue =
  (
    client: SQSClient,
    { deadLettersArn, queueArn }: { readonly deadLettersArn: string; readonly queueArn: string },
  ) =>
  async (): Promise<void> => {
    await client.send(
      new StartMessageMoveTaskCommand({
        SourceArn: deadLettersArn,
        DestinationArn: queueArn,
        MaxNumberOfMessagesPerSecond: rate,
      }),
    );
  };
