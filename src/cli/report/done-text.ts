import { visibleOutcome } from '../../notify/visible-outcome.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { Done } from '../by-hand/carry-out.ts';
import { exitCode, exitCodeOf } from '../exit-code.ts';
import { shownValue } from './changes-text.ts';
import { counted } from './counted.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';
import { refusedText } from './refused-text.ts';

/** The exit status of what a person had written: what policy finds wrong with it is another matter. */
export const exitCodeOfDone = (done: Done): number => {
  switch (done.kind) {
    case 'done':
      return exitCodeOf({ ...done.outcome, findings: [] });
    case 'busy':
    case 'unfinished':
      return exitCode.aws;
    case 'differs':
    case 'gone':
      return exitCode.findings;
  }
};

/** What came of something that a person asked to have written. */
export const doneText = (done: Done, { id }: PoolRef): string => {
  switch (done.kind) {
    case 'done':
      return outcomeLines(done.outcome);
    case 'busy':
      return `Another look at pool ${id} is under way and does not end. Nothing was written; try again in a minute.`;
    case 'unfinished':
      return `A look at pool ${id} broke off, and has to be finished first. Nothing was written. The next look finishes it, or: lifeguard apply --pool ${id}`;
    case 'differs':
      return done.look.plan.refusals.length > 0
        ? refusedText(done.look)
        : `Pool ${id} was changed since it was shown to you. Nothing was written; run the command again.`;
    case 'gone':
      return `There is no user pool ${id} any more. Nothing was written.`;
  }
};

const outcomeLines = (whole: Outcome): string => {
  const { id, kind, reason, changes, refusals, sideEffects, carried } = visibleOutcome(whole);
  return [
    changes.length === 0
      ? paint.bad('Nothing was written.')
      : kind === 'partly'
        ? paint.bad('Partly written, and looked at again:')
        : paint.good('Written, and looked at again:'),
    ...changes.map(({ setting, to }) => `  ${setting} is ${shownValue(setting, to)}`),
    ...refusals.flatMap(({ code, reason: why, next }) => [
      `  ${paint.bad(`refused: ${code}`)}  ${inert(why)}`,
      `    ${paint.strong('Do:')} ${inert(next)}`,
    ]),
    ...sideEffects.map(
      ({ path, from, to }) =>
        `  ${paint.warning('moved besides')}  ${inert(path)}  ${inertLine(from, 48)} → ${inertLine(to, 48)}`,
    ),
    ...(kind === 'partly' || kind === 'failed' ? [`  ${inert(reason ?? '')}`] : []),
    ...(carried > 0 ? [`  ${counted(carried, 'setting')} were carried forward unchanged.`] : []),
    `  outcome ${id}`,
  ].join('\n');
};
