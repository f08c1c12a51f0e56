import { pairOf } from '../change/call-groups.ts';
import { callsOf, deedOf, type LookFacts, moreCalls, poolTitle, toldCalls } from './notice-facts.ts';
import { joinWords, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

/** More stand in the notice's list of who called. */
const mostDeeds = 3;

/** What callers did that policy files don't speak of; nothing where they did no such thing. */
export const toldSentence = (facts: LookFacts): readonly Words[] => {
  const groups = toldCalls(facts);
  if (groups.length === 0) return [];
  const named = groups.slice(0, mostDeeds).map(({ call, times }) => {
    const often = times === 1 ? '' : `, ${times} times`;
    return words`${deedOf(call)} (${own(`${call.call}${often}`)})`;
  });
  const pairs = new Set(groups.slice(mostDeeds).map(({ call }) => pairOf(call)));
  const more = moreCalls(callsOf(facts).filter((call) => pairs.has(pairOf(call))));
  const rest = more === undefined ? [] : words`; and ${own(more)}`;
  const deeds = words`On ${poolTitle(facts)}, ${joinWords(named, '; ')}${rest}.`;
  return [deeds, own("Policy files can't have rules for this yet: it was left as it is.")];
};
