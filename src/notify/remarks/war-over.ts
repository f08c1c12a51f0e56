import { moment } from '../moment.ts';
import { type LookFacts, poolTitle } from '../notice-facts.ts';
import { words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** Nobody has undone us for a day. */
export const warOver = ({ since }: RemarkOf<'war-over'>, facts: LookFacts): RemarkStory => ({
  place: 'beside',
  result: 'Quiet again',
  subject: words`${poolTitle(facts)}, Lifeguard writes as usual`,
  sentences: [
    words`Nobody undoes Lifeguard's writes to ${poolTitle(facts)} any more (quiet since ${moment(since)}): it writes as usual again.`,
  ],
  sections: [],
  steps: [],
  severity: 'low',
  urgent: false,
});
