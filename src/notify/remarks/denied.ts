import { actorName } from '../actor-name.ts';
import { type LookFacts, mainCall, poolTitle } from '../notice-facts.ts';
import { words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

/** AWS refused a call: nothing changed, and somebody tried. */
export const denied = ({ error }: RemarkOf<'denied'>, facts: LookFacts): RemarkStory => {
  const call = mainCall(facts.outcome.causes, []);
  const who = call ? words`${actorName(call.actor)}` : ['Somebody'];
  const what = words`${call?.call ?? 'a call'} on ${poolTitle(facts)}`;
  return {
    place: 'beside',
    result: 'Denied by AWS',
    subject: words`${poolTitle(facts)}, ${who} tried ${call?.call ?? 'a call'}`,
    sentences: [words`${who} tried ${what}, and AWS refused it: ${error}.`, ['Nothing changed.']],
    sections: [],
    steps: [],
    severity: 'low',
    urgent: false,
  };
};
