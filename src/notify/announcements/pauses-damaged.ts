import { words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

/** Somebody wrote what is no pause where pauses stand: by mistake, or to blind Lifeguard. */
export const pausesDamaged = (
  { entries }: AnnouncementOf<'pauses-damaged'>,
  account: Account,
): AnnouncementStory => ({
  severity: 'high',
  urgent: true,
  result: 'Pauses damaged',
  subject: ['somebody wrote among them what is no pause'],
  sentences: [
    words`In Lifeguard’s ledger, among the pauses of ${accountName(account)}, ${[entries === 1 ? 'stood 1 entry' : `stood ${entries} entries`]} that no command of Lifeguard writes.`,
    [
      'That stops nothing, and Lifeguard takes it away. Pools are looked at and put right as ever, and pauses that people asked for hold.',
    ],
  ],
  sections: [],
  steps: [
    {
      text: [
        'Find out who wrote it: somebody who may write to the ledger, by the policy for pausing or by another one. CloudTrail has the call, UpdateItem, only where data events of the table are recorded.',
      ],
    },
    {
      text: ['Take the right to do so from whoever needn’t have it: docs/operations.md, Pauses.'],
    },
    { text: ['See that nothing is left of it:'], commands: ['lifeguard doctor'] },
  ],
  pools: [],
  keywords: [],
  topic: 'pauses damaged',
});
