import type { Check, State } from '../doctor/check.ts';
import { inert } from './inert.ts';
import { paint } from './paint.ts';

const marks: { readonly [S in State]: string } = {
  wrong: paint.bad('wrong    '),
  unknown: paint.warning('not known'),
  ok: paint.good('ok       '),
};

/** From the best to the worst: the end of what is printed is what a terminal shows. */
const inOrder: readonly State[] = ['ok', 'unknown', 'wrong'];

/** Checks with what to do, the worst last. */
export const checksText = (checks: readonly Check[]): string => {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const indent = ' '.repeat(9 + 2 + width + 2);
  return checks
    .toSorted((left, right) => inOrder.indexOf(left.state) - inOrder.indexOf(right.state))
    .map(({ name, state, says, todo }) =>
      [
        `${marks[state]}  ${paint.strong(name.padEnd(width))}  ${inert(says)}`,
        ...(todo === undefined ? [] : [`${indent}${paint.faint('→')} ${inert(todo)}`]),
      ].join('\n'),
    )
    .join('\n');
};

/** How many checks there are of each kind. */
export const checksSummary = (checks: readonly Check[]): string => {
  const count = (state: State): number => checks.filter((check) => check.state === state).length;
  return `${checks.length} checks: ${count('wrong')} wrong, ${count('unknown')} not known, ${count('ok')} ok.`;
};
