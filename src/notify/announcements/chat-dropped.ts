import { moment } from '../moment.ts';
import { count } from '../notice-facts.ts';
import { words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

/** Amazon Q Developer drops what it can't read, in silence: who reads chat alone wouldn't know. */
export const chatDropped = (
  { since, messages }: AnnouncementOf<'chat-dropped'>,
  account: Account,
): AnnouncementStory => ({
  severity: 'high',
  urgent: true,
  isForEverybody: true,
  result: 'Dropped by chat',
  subject: [count(messages, 'message')],
  sentences: [
    words`Amazon Q Developer dropped ${[count(messages, 'message')]} of ${accountName(account)} since ${moment(since)}: what they said isn't in the chat channel.`,
  ],
  sections: [],
  steps: [
    {
      text: ['Read the reason in the log group of the chat configuration, below /aws/chatbot/ in us-east-1.'],
    },
    { text: ['Then see that a notice arrives:'], commands: ['lifeguard test-notice'] },
  ],
  pools: [],
  keywords: [],
  topic: 'chat dropped',
});
