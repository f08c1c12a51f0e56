import { commands } from '../commands.ts';
import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import { count, type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import { withResult } from '../result.ts';
import { words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** The pool moved and nobody is recorded to have moved it: either a call wasn't recorded, or its event was lost. */
export const changedUnseen = (
  { since, settings }: RemarkOf<'changed-unseen'>,
  facts: LookFacts,
): RemarkStory => {
  const pool = poolTitle(facts);
  const [first, ...more] = settings;
  const what = first && more.length === 0 ? shortSetting(first) : count(settings.length, 'setting');
  const verdict = facts.settings.length === 0 ? [['No rule is broken by it.']] : [];
  return {
    place: 'result',
    result: withResult('Changed unseen', facts),
    subject: words`${pool}, ${[count(settings.length, 'setting')]}`,
    sentences: [
      words`${[what]} of ${pool} changed after ${moment(since)}, and no recorded call explains it.`,
      ...verdict,
    ],
    sections: [
      {
        label: 'Changed',
        lines: firstLines(
          settings.map((setting) => [setting]),
          8,
        ),
      },
    ],
    steps: [
      {
        text: words`Look in CloudTrail for who changed it (if no call is there either, find out why ${facts.pool.region} isn't recorded):`,
        commands: commands.callsSince(facts.pool, since),
      },
    ],
    severity: 'medium',
    urgent: false,
  };
};
