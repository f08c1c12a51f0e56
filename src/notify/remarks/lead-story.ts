import { foundNothing, type NoticeFacts } from '../notice-facts.ts';
import type { RemarkStory } from './remark-story.ts';

/** The remark that names what happened; undefined where the look itself does. */
export const leadStory = (facts: NoticeFacts): RemarkStory | undefined =>
  facts.stories.find(({ place }) => place !== 'beside') ??
  (foundNothing(facts) ? facts.stories[0] : undefined);

/** The remark whose sentences come before those of the look; undefined where none does. */
export const firstStory = (facts: NoticeFacts): RemarkStory | undefined => {
  const lead = leadStory(facts);
  return lead && (lead.place === 'first' || facts.settings.length === 0) ? lead : undefined;
};
