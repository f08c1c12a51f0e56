import { callerOf } from '../change/call-groups.ts';
import type { Actor } from '../change/cause.ts';
import { actorName } from './actor-name.ts';
import type { Step } from './next-steps.ts';
import { count } from './notice-facts.ts';
import { joinWords, type Words, words } from './words.ts';

/** The first three of many callers, each once, and how many more there are: `a, b, c and 2 more callers`, `a and b`. */
export const namesOf = (actors: readonly Actor[]): Words => {
  const callers = distinct(actors);
  if (callers.length === 0) return ['somebody unknown'];
  const named = callers.slice(0, 3).map((actor) => words`${actorName(actor)}`);
  const more = callers.length > 3 ? [[count(callers.length - 3, 'more caller')]] : [];
  const [last, ...before] = [...named, ...more].toReversed();
  return joinWords(
    [joinWords(before.toReversed(), ', '), last ?? []].filter(({ length }) => length > 0),
    ' and ',
  );
};

const distinct = (actors: readonly Actor[]): readonly Actor[] => [
  ...new Map(actors.map((actor) => [callerOf(actor), actor])).values(),
];

/** Whom to ask whether a change was intended: people, and those who deploy through a service. */
export const askWho = (actors: readonly Actor[]): readonly Step[] => {
  const people = actors.filter(({ invokedBy }) => invokedBy === undefined);
  const services = actors.filter(({ invokedBy }) => invokedBy !== undefined);
  return [
    ...(people.length === 0
      ? []
      : [
          {
            text: words`Ask ${namesOf(people)} whether this was intended. If nobody knows of it, treat those credentials as stolen.`,
          },
        ]),
    ...(services.length === 0
      ? []
      : [{ text: words`Ask who deploys as ${namesOf(services)} whether this was intended.` }]),
  ];
};
