import type { Breaker, Undoing } from '../../history/pool-history.ts';
import { moment } from '../../history/times.ts';
import { counted } from './counted.ts';
import { inert } from './inert.ts';
import { paint } from './paint.ts';

/** The state of a pool's breaker for a terminal, with who undid Lifeguard. */
export const breakerText = (breaker: Breaker | undefined, undoings: readonly Undoing[]): string =>
  [
    breaker
      ? `${paint.bad('open')} since ${inert(moment(breaker.openedAt))}${breaker.level === 0 ? '' : `, raised ${counted(breaker.level, 'time')}`}: nothing is written before ${inert(moment(breaker.nextWriteAt))}`
      : `${paint.good('closed')}: Lifeguard writes as usual`,
    ...undoings.map(
      ({ at, settings, actors }) =>
        `  undone ${inert(moment(at))}  ${inert(settings.join(', '))}  ${paint.faint(inert(actors.map(({ arn, type }) => arn ?? type).join(', ') || 'no call was recorded'))}`,
    ),
  ].join('\n');
