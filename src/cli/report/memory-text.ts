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
      resting.map(({ rule, until, outcome }) =>
        inert(`${rule}, until ${moment(until)}: ${outcome} was undone`),
      ),
    ),
    ...part('breaker', breakerText(breaker, undoings).split('\n')),
    ...part(
      'put right',
      fixes.map(({ at, setting, outcome }) => inert(`${moment(at)}  ${setting}  outcome ${outcome}`)),
    ),
    ...part(
      'asked, and waiting for the next look',
      requests.map((request) => inertLine(`${moment(request.at)}  ${asked(request)} by ${request.by}`, 300)),
    ),
  ].join('\n');
};

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${paint.faint(title)}`, ...lines.map((line) => `    ${line}`)];

const asked = (request: PoolRequest): string => {
  switch (request.kind) {
    case 'accept':
      return `debt of ${request.rules.join(', ')} accepted`;
    case 'rest':
      return `${request.rules.join(', ')} rest until ${moment(request.until)}`;
    case 'close-breaker':
      return 'breaker closed';
  }
};
