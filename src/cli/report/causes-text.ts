import type { Cause } from '../../change/cause.ts';
import { actorName } from '../../notify/actor-name.ts';
import { counted } from './counted.ts';
import { inertLine } from './inert.ts';

const longest = 120;

/**
 * Why a pool was looked at, in a few words: `UpdateUserPool by Developer/on-call and 2 more`.
 * @param omitted how many more causes there were
 */
export const causesText = (causes: readonly Cause[], omitted = 0): string => {
  const [first, ...more] = causes.map(oneCause);
  if (first === undefined) return '';
  const others = more.length + omitted;
  return others === 0 ? first : `${first} and ${counted(others, 'more', 'more')}`;
};

const oneCause = (cause: Cause): string => {
  switch (cause.kind) {
    case 'call':
      return `${inertLine(cause.call, longest)} by ${inertLine(actorName(cause.actor), longest)}`;
    case 'sweep':
      return 'the scheduled sweep';
    case 'asked':
      return 'a person asked for a look';
  }
};
