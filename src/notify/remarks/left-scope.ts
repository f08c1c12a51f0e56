import { moment } from '../moment.ts';
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
    result: 'Left its policies',
    subject: words`${pool}, no longer bound by ${names}`,
    sentences: [
      words`${pool} no longer has the name or the tags by which ${names} bound it. It is held to that all the same, until ${moment(until)}.`,
    ],
    sections: [],
    steps: [
      {
        text: words`If that was not intended, give the pool back its name or tag before ${moment(until)}. After that nothing of ${names} holds for it.`,
      },
    ],
    severity: 'medium',
    urgent: false,
  };
};
