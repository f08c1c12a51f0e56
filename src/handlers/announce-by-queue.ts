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
  let visible = announcement;
  for (const longest of textLengths) {
    visible = visibleAnnouncement(announcement, longest);
    const message = inertJson(visible);
    if (Buffer.byteLength(message) <= mostBytes) return message;
  }
  return inertJson(visible.kind === 'digest' ? withoutLastPools(visible) : visible);
};

type DigestNews = Extract<Announcement, { kind: 'digest' }>;

/** A digest with as many of its pools, from the worst on, as a message has room for. */
const withoutLastPools = (digest: DigestNews): DigestNews => {
  // Room for a comma after each, and for more digits in the number of those left out.
  let room = mostBytes - bytesOf({ ...digest, pools: [] }) - 10;
  const most = digest.pools.findIndex((standing) => {
    room -= bytesOf(standing) + 1;
    return room < 0;
  });
  const pools = digest.pools.slice(0, most < 0 ? undefined : most);
  return { ...digest, pools, poolsOmitted: digest.poolsOmitted + digest.pools.length - pools.length };
};

const bytesOf = (value: object): number => Buffer.byteLength(inertJson(value));
