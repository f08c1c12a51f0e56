import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import { afterCall, type LookFacts, poolTitle } from '../notice-facts.ts';
import { words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** What people were told of holds again: the last message of a thread, or of a part of it. */
export const backInCompliance = (
  { since, rules, isWhole }: RemarkOf<'back-in-compliance'>,
  facts: LookFacts,
): RemarkStory => {
  const pool = poolTitle(facts);
  const told = words`what people were told of since ${moment(since)}`;
  return {
    place: 'beside',
    result: 'Back in compliance',
    subject: words`${pool}${afterCall(facts)}`,
    sentences: [
      isWhole
        ? words`${pool} is back in compliance${afterCall(facts)}: ${told} is as policy requires again. Nothing is left to do.`
        : words`Part of ${told} is as policy requires again.`,
    ],
    sections:
      rules.length === 0
        ? []
        : [
            {
              label: 'Closed',
              lines: firstLines(
                rules.map((rule) => words`${rule}`),
                8,
              ),
            },
          ],
    steps: [],
    asks: true,
    severity: 'info',
    urgent: false,
  };
};
