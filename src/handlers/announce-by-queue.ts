import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { inertJson } from '../notify/inert-json.ts';
import { visibleAnnouncement } from '../notify/visible-announcement.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { mostBytes, textLengths } from './tell-by-queue.ts';

/**
 * Puts announcements on the queue `notices`, without secrets and cut to what SQS takes: texts first, then the pools of
 * a digest from its end, which says how many it leaves out.
 * @throws what SQS throws: the message that brought the news then comes again
 */
export const announceByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (announcement: Announcement): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: messageOf(announcement) }));
  };

const messageOf = (announcement: Announcement): string => {
  let message = '';
  for (const longest of textLengths) {
    message = inertJson(visibleAnnouncement(announcement, longest));
    if (fits(message)) return message;
  }
  const shorter = withFewerPools(announcement);
  return shorter ? messageOf(shorter) : message;
};

const fits = (message: string): boolean => Buffer.byteLength(message) <= mostBytes;

/** Nine in ten of a digest's pools; undefined where it has one at most, or is no digest. */
const withFewerPools = (announcement: Announcement): Announcement | undefined => {
  if (announcement.kind !== 'digest' || announcement.pools.length < 2) return undefined;
  const pools = announcement.pools.slice(0, Math.floor(announcement.pools.length * 0.9));
  return {
    ...announcement,
    pools,
    poolsOmitted: announcement.poolsOmitted + announcement.pools.length - pools.length,
  };
};
