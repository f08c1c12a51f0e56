import { dayOf, moment } from '../moment.ts';
import { type LookFacts, poolTitle } from '../notice-facts.ts';
import { joinWords, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** The pool was renamed or tagged out of the policies that bound it. */
export const leftScope = ({ policies, until }: RemarkOf<'left-scope'>, facts: LookFacts): RemarkStory => {
  const pool = poolTitle(facts);
  const more = policies.length > 3 ? ` and ${policies.length - 3} more` : '';
  const names = words`${joinWords(
    policies.slice(0, 3).map((policy) => words`${policy}`),
    ', ',
  )}${[more]}`;
  return {
    place: 'beside',
    result: 'Leaving its policies',
    subject: words`${pool}, bound by ${names} until ${dayOf(until)}`,
    sentences: [
      words`${pool} no longer has the name or the tags by which ${names} bound it. Lifeguard holds it to that all the same until ${moment(until)}, and then no longer.`,
    ],
    sections: [],
    steps: [
      {
        text: words`If that was not intended, give the pool back its name or tags before ${moment(until)}.`,
      },
    ],
    severity: 'medium',
    urgent: false,
  };
};
