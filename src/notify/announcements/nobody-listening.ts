import { count } from '../notice-facts.ts';
import { words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

/** A topic without a confirmed subscriber: what is published on it reaches nobody. */
export const nobodyListening = (
  { topicArn, pending }: AnnouncementOf<'nobody-listening'>,
  account: Account,
): AnnouncementStory => {
  const topic = topicArn.split(':').at(-1) ?? topicArn;
  return {
    severity: 'high',
    urgent: true,
    isForEverybody: true,
    result: 'Nobody is listening',
    subject: words`topic ${topic}`,
    sentences: [
      words`Nobody hears what Lifeguard tells on the topic ${topic} of ${accountName(account)}: it has no confirmed subscriber.`,
      ['Pools are looked at and put right all the same.'],
    ],
    sections: [
      { label: 'Topic', lines: [words`${topicArn}`] },
      ...(pending === 0
        ? []
        : [{ label: 'Waiting', lines: [[`${count(pending, 'subscription')} that nobody has confirmed`]] }]),
    ],
    steps: [
      {
        text:
          pending === 0
            ? ['Deploy with emails or a Slack channel that is to be told.']
            : [
                'Have them confirmed, from the mail that SNS sent (docs/deploy.md says how). A request lapses after two days: deploy once without the address and once with it.',
              ],
      },
      {
        text: ['Then see that a notice arrives, and that every topic has a listener:'],
        commands: ['lifeguard test-notice', 'lifeguard doctor'],
      },
    ],
    pools: [],
    keywords: [],
    topic: `nobody listens ${topic}`,
  };
};
