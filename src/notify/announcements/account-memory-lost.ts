import { words } from '../words.ts';
import { type Account, type AnnouncementStory, accountName } from './announcement-story.ts';

/** The ledger is empty though it was there for longer than a deployment takes. */
export const accountMemoryLost = (account: Account): AnnouncementStory => ({
  severity: 'high',
  urgent: true,
  result: 'Memory lost',
  subject: ['Lifeguard remembers nothing of any pool'],
  sentences: [
    words`Lifeguard's memory of all pools of ${accountName(account)} is gone: somebody deleted or replaced it.`,
    [
      'What it finds against policy is put right, also what it had left because it was there before. Pauses that people asked for are forgotten too, and so is what they had undone.',
    ],
  ],
  sections: [],
  steps: [
    {
      text: [
        'Find out who changed the ledger, Lifeguard’s DynamoDB table: in CloudTrail, look for calls that restored or replaced the table, and for DeleteItem, which CloudTrail has only where data events of the table are recorded.',
      ],
    },
    { text: ['If it has to come back, restore the table from its point-in-time recovery.'] },
  ],
  pools: [],
  keywords: [],
  topic: 'memory',
});
