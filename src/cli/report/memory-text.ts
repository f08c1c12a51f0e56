import type { PoolRequest } from '../../history/pool-request.ts';
import { moment } from '../../history/times.ts';
import type { PoolMemory } from '../desk/pool-memory.ts';
import { breakerText } from './breaker-text.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** What is remembered of a pool, for a terminal. */
export const memoryText = (memory: PoolMemory): string => {
  const { pool, lastLook, lastOutcome, debt, resting, fixes, undoings, breaker, pauses, requests } = memory;
  return [
    paint.strong(inert(pool)),
    ...part('last look', lastLook === undefined ? [] : [inert(moment(lastLook))]),
    ...part('last outcome', lastOutcome === undefined ? [] : [inert(lastOutcome)]),
    ...part(
      'paused',
      pauses.map(({ until, by, reason }) => inertLine(`until ${moment(until)} by ${by}: ${reason}`, 300)),
    ),
    ...part(
      'debt',
      debt.map(({ rule, since }) => inert(`${rule}, since ${since.slice(0, 10)}`)),
    ),
    ...part(
      'resting rules',
      underHeads(
        resting,
        ({ until, outcome }) => `until ${moment(until)}, because outcome ${outcome} was undone`,
        ({ rule }) => rule,
      ),
    ),
    ...part('breaker', breakerText(breaker, undoings).split('\n')),
    ...part(
      'put right',
      underHeads(
        fixes,
        ({ at, outcome }) => `${moment(at)}  outcome ${outcome}`,
        ({ setting }) => setting,
      ),
    ),
    ...part(
      'asked, and waiting for the next look',
      requests.map((request) => inertLine(`${moment(request.at)}  ${asked(request)} by ${request.by}`, 300)),
    ),
  ].join('\n');
};

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${paint.faint(title)}`, ...lines.map((line) => `    ${line}`)];

/** What belongs to one head stands below it, so that the head is said once. */
const underHeads = <Each>(
  entries: readonly Each[],
  head: (each: Each) => string,
  line: (each: Each) => string,
): readonly string[] =>
  [...Map.groupBy(entries, head)].flatMap(([shared, own]) => [
    inert(shared),
    ...own.map((each) => `  ${inert(line(each))}`),
  ]);

const asked = (request: PoolRequest): string => {
  switch (request.kind) {
    case 'accept':
      return `debt of ${request.rules.join(', ')} accepted`;
    case 'rest':
      return request.until > request.at
        ? `rest of ${request.rules.join(', ')} until ${moment(request.until)} asked`
        : `end of the rest of ${request.rules.join(', ')} asked`;
    case 'close-breaker':
      return 'breaker closed';
  }
};
