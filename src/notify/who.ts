import { type CallGroup, callGroups, pairOf } from '../change/call-groups.ts';
import { actorName } from './actor-name.ts';
import type { Notice } from './notice.ts';
import { moreCalls } from './notice-facts.ts';
import type { Section } from './section.ts';
import { type Words, words } from './words.ts';

const own = (text: string): Words => [text];

/** The programs at the head of a user agent; SDKs write hundreds of characters of platform behind them. */
const program = (userAgent: string): string => {
  if (userAgent.length <= longestProgram) return userAgent;
  const end = userAgent.lastIndexOf(' ', longestProgram);
  return `${userAgent.slice(0, end > 0 ? end : longestProgram)} …`;
};

const longestProgram = 56;

/** `called UpdateUserPool from 203.0.113.7`, `called TagResource 12 times, first from 203.0.113.7`. */
const callLine = ({ call: { call, actor }, times }: CallGroup): Words => {
  const { sourceIpAddress: address, invokedBy } = actor;
  const often = own(times === 1 ? '' : ` ${times} times`);
  const from = own(times === 1 ? ' from' : ', first from');
  return address === undefined || address === invokedBy
    ? words`called ${call}${often}`
    : words`called ${call}${often}${from} ${address}`;
};

const callerLines = (group: CallGroup): readonly Words[] => {
  const { actor } = group.call;
  return [
    words`${actor.arn ?? actor.type}`,
    ...(actor.sessionIssuer === undefined ? [] : [words`session of ${actor.sessionIssuer}`]),
    ...(actor.invokedBy === undefined ? [] : [words`through ${actor.invokedBy}`]),
    callLine(group),
    ...(actor.userAgent === undefined || actor.userAgent === actor.invokedBy
      ? []
      : [words`with ${program(actor.userAgent)} (as claimed)`]),
  ];
};

/** Callers with a call each that are listed: the gravest in full, the others with a line. */
const mostCallers = 8;

/** Who called, the gravest call first: every caller with each of their calls, up to a fair number. */
export const who = (notice: Notice): Section => {
  const [first, ...others] = callGroups(notice.causes);
  if (!first) {
    const why =
      notice.causes.length === 0
        ? 'found by the scheduled sweep'
        : 'somebody asked for a look at the command line';
    return { label: 'Who', lines: [own(`not known: ${why}`)] };
  }
  const listed = others.slice(0, mostCallers - 1);
  const pairs = new Set([first, ...listed].map(({ call }) => pairOf(call)));
  const calls = notice.causes.filter((cause) => cause.kind === 'call');
  const unlisted = calls.filter((call) => !pairs.has(pairOf(call)));
  const more = [moreCalls(unlisted), moreCalls([], notice.causesOmitted)];
  return {
    label: 'Who',
    lines: [
      ...callerLines(first),
      ...listed.map((group) => words`${actorName(group.call.actor)} ${callLine(group)}`),
      ...more.flatMap((text) => (text === undefined ? [] : [own(`and ${text}`)])),
    ],
  };
};
