import { moment } from '../moment.ts';
import { count, type LookFacts, poolTitle } from '../notice-facts.ts';
import { words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** People were told and it is still so: a step graver with each day, from the second one. */
export const stillWrong = ({ since, days }: RemarkOf<'still-wrong'>, facts: LookFacts): RemarkStory => ({
  place: 'result',
  result: `Still wrong after ${count(days, 'day')}`,
  subject: words`${poolTitle(facts)}`,
  sentences: [
    words`It has been so since ${moment(since)}, for ${[count(days, 'day')]}, and people were told before.`,
  ],
  sections: [],
  steps: [],
  severity: 'low',
  raised: Math.max(0, days - 1),
  urgent: days >= 2,
});
