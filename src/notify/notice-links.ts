import { callGroups } from '../change/call-groups.ts';
import type { CallCause } from '../change/cause.ts';
import { callLink, type Link, poolLink } from './links.ts';
import { type LookFacts, mainCall } from './notice-facts.ts';

/** Of several calls each by its name; one that isn't of the form of AWS's names may not stand in a label of ours. */
const named = (link: Link | undefined, { call }: CallCause): Link | undefined =>
  link && /^[A-Za-z]{1,60}$/.test(call) ? { ...link, label: `The call ${call} in CloudTrail` } : link;

/** A pool that is gone has no page any more; of many calls the one that the story begins with and the gravest two. */
export const linksOf = ({ outcome, pool, settings }: LookFacts): readonly Link[] => {
  const gravest = callGroups(outcome.causes).map(({ call }) => call);
  const calls = [...new Set([mainCall(outcome.causes, settings) ?? [], ...gravest].flat())].slice(0, 3);
  const page = outcome.kind === 'gone' ? [] : [poolLink(pool)];
  const links = calls.map((call) => {
    const link = callLink(pool, call);
    return calls.length > 1 ? named(link, call) : link;
  });
  return [...page, ...links].filter((link) => link !== undefined);
};
