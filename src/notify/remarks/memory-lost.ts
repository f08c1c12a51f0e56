import { type LookFacts, poolTitle } from '../notice-facts.ts';
import { words } from '../words.ts';
import type { RemarkStory } from './remark-story.ts';

/** The pool should be in Lifeguard's memory and isn't: taken out, perhaps so that a weakening passes for an old one. */
export const memoryLost = (facts: LookFacts): RemarkStory => ({
  place: 'first',
  result: 'Memory lost',
  subject: words`Lifeguard remembers nothing of ${poolTitle(facts)}`,
  sentences: [
    words`Lifeguard's memory of ${poolTitle(facts)} is gone, though the pool was looked after before: somebody took it out.`,
    ['What is against policy there is put right, whether or not it was there before.'],
  ],
  sections: [],
  steps: [
    {
      text: [
        'Find out who changed the ledger, Lifeguard’s DynamoDB table: in CloudTrail, look for calls that restored or replaced the table, and for DeleteItem, which CloudTrail has only where data events of the table are recorded.',
      ],
    },
  ],
  severity: 'high',
  urgent: true,
});
