import { type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import { withResult } from '../result.ts';
import { joinWords, type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** What can't be put right changed since the look before: somebody may know that it can't, and count on it. */
export const newlyRefused = ({ settings }: RemarkOf<'newly-refused'>, facts: LookFacts): RemarkStory => {
  const names = joinWords(
    settings.slice(0, 3).map((setting): Words => [shortSetting(setting)]),
    ', ',
  );
  const more = settings.length > 3 ? ` and ${settings.length - 3} more` : '';
  return {
    place: 'beside',
    result: withResult('Newly wrong', facts),
    subject: words`${poolTitle(facts)} ${names}${[more]}`,
    sentences: [
      words`${names}${[more]} changed since the look before: somebody may be counting on its not being put right.`,
    ],
    sections: [],
    steps: [],
    severity: 'high',
    urgent: true,
  };
};
