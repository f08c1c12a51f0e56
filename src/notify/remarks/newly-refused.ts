import { type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import { withResult } from '../result.ts';
import { joinWords, type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** What can't be put right became wrong just now: somebody may know that it can't, and count on it. */
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
      words`${names}${[more]} became wrong just now, in a way that can't be put right: somebody may be counting on that.`,
    ],
    sections: [],
    steps: [],
    severity: 'high',
    urgent: true,
  };
};
