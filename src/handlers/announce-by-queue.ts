import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { visibleAnnouncement } from '../notify/visible-announcement.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { messageWithin } from './message-within.ts';

/** How long texts from outside may be and how many pools a digest names, tried in this order. */
const sizes = [
  { longest: 1000, pools: 100 },
  { longest: 250, pools: 50 },
  { longest: 60, pools: 20 },
  { longest: 60, pools: 5 },
] as const;

/**
 * Puts announcements on the queue `notices`, without secrets and cut to what SQS takes.
 * @throws what SQS throws: the same announcement must then be made again
 */
export const announceByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (announcement: Announcement): Promise<void> => {
    const forms = sizes.map(
      ({ longest, pools }) =>
        () =>
          visibleAnnouncement(announcement, longest, pools),
    );
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: messageWithin(forms) }));
  };
