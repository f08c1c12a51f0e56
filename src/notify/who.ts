import { type CallGroup, callGroups, pairOf } from '../change/call-groups.ts';
import { actorLines } from './actor-lines.ts';
import { actorName } from './actor-name.ts';
import { callsOf, type LookFacts, moreCalls } from './notice-facts.ts';
import type { Section } from './section.ts';
import { type Words, words } from './words.ts';

const own = (text: string): Words => [text];

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
  const { identity, program } = actorLines(group.call.actor);
  return [...identity, callLine(group), ...program];
};

/** Callers with a call each that are listed: the gravest in full, the others with a line. */
const mostCallers = 8;

/** What there is to say where no recorded call explains what was found; undefined where one does. */
const unknown = ({ outcome }: LookFacts, hasCalls: boolean): string | undefined => {
  const unseen = outcome.remarks.some(({ kind }) => kind === 'changed-unseen');
  if (hasCalls) return unseen ? 'not known for what changed unseen: no recorded call explains it' : undefined;
  const found = outcome.causes.some(({ kind }) => kind === 'asked')
    ? 'somebody asked for a look at the command line'
    : 'found by the scheduled sweep';
  return unseen ? `not known: no recorded call explains it, ${found}` : `not known: ${found}`;
};

/** Who called, the gravest call first: every caller with each of their calls, up to a fair number. */
export const who = (facts: LookFacts): Section => {
  const [first, ...others] = callGroups(facts.outcome.causes);
  const nobody = unknown(facts, first !== undefined);
  if (!first) return { label: 'Who', lines: nobody === undefined ? [] : [own(nobody)] };
  const listed = others.slice(0, mostCallers - 1);
  const pairs = new Set([first, ...listed].map(({ call }) => pairOf(call)));
  const unlisted = callsOf(facts).filter((call) => !pairs.has(pairOf(call)));
  const more = [moreCalls(unlisted), moreCalls([], facts.outcome.causesOmitted)];
  return {
    label: 'Who',
    lines: [
      ...(nobody === undefined ? [] : [own(nobody)]),
      ...callerLines(first),
      ...listed.map((group) => words`${actorName(group.call.actor)} ${callLine(group)}`),
      ...more.flatMap((text) => (text === undefined ? [] : [own(`and ${text}`)])),
    ],
  };
};
