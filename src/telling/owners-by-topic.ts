import type { Channel, Sender } from '../notify/delivery.ts';
import { type OwnerChannels, ownerCopies } from '../notify/owner-copies.ts';
import type { Teller } from './teller.ts';

/**
 * The copies for owners, one for each of their topics. A test goes to all owners, whoever's pools they are.
 * @param senderOf the way out by a topic
 */
export const ownersByTopic =
  (channels: OwnerChannels, senderOf: (topicArn: string, channel: Channel) => Sender): Teller['ownersOf'] =>
  (notice, announcement) => {
    const everybody = channels.owners.map(({ name }) => ({ name, claimed: false }));
    const addressed = announcement?.kind === 'test' ? { ...notice, owners: everybody } : notice;
    return ownerCopies(addressed, channels, announcement).flatMap(({ owner, topics, notice: copy }) =>
      // What is told is remembered by channel: two topics of one owner are two.
      topics.map((topicArn, index) => ({
        sender: senderOf(topicArn, index === 0 ? `owner:${owner}` : `owner:${owner}:${index}`),
        notice: copy,
      })),
    );
  };
