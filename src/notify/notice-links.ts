import { callGroups } from '../change/call-groups.ts';
import { callLink, type Link, poolLink } from './links.ts';
import { type LookFacts, mainCall } from './notice-facts.ts';

/** A pool that is gone has no page any more; of many calls the one that the story begins with and the gravest two. */
export const linksOf = ({ outcome, pool, settings }: LookFacts): readonly Link[] => {
  const gravest = callGroups(outcome.causes).map(({ call }) => call);
  const calls = [...new Set([mainCall(outcome.causes, settings) ?? [], ...gravest].flat())].slice(0, 3);
  const page = outcome.kind === 'gone' ? [] : [poolLink(pool)];
  return [...page, ...calls.map((call) => callLink(pool, call))].filter((link) => link !== undefined);
};
