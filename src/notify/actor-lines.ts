import type { Actor } from '../change/cause.ts';
import { type Words, words } from './words.ts';

/** The programs at the head of a user agent; SDKs write hundreds of characters of platform behind them. */
const programOf = (userAgent: string): string => {
  if (userAgent.length <= longestProgram) return userAgent;
  const end = userAgent.lastIndexOf(' ', longestProgram);
  return `${userAgent.slice(0, end > 0 ? end : longestProgram)} …`;
};

const longestProgram = 56;

/** Who somebody is, and with what they called as they claim, in lines. */
export const actorLines = (
  actor: Actor,
): { readonly identity: readonly Words[]; readonly program: readonly Words[] } => ({
  identity: [
    words`${actor.arn ?? actor.type}`,
    ...(actor.sessionIssuer === undefined ? [] : [words`session of ${actor.sessionIssuer}`]),
    ...(actor.invokedBy === undefined ? [] : [words`through ${actor.invokedBy}`]),
  ],
  program:
    actor.userAgent === undefined || actor.userAgent === actor.invokedBy
      ? []
      : [words`with ${programOf(actor.userAgent)} (as claimed)`],
});
