import type { PoolRef } from '../../pool/pool-ref.ts';
import type { WriteLog } from '../by-hand/write-log.ts';
import { collectMisses } from '../live/misses.ts';
import { reasonOf } from '../live/reason-of.ts';
import { counted } from './counted.ts';
import { inert } from './inert.ts';

/** So many pools are named at most. */
const mostNamed = 10;

const named = (pools: readonly PoolRef[]): string => {
  const shown = pools.slice(0, mostNamed).map(({ id }) => inert(id));
  const more = pools.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${counted(more, 'more pool')}` : ''}`;
};

/** What was written, in a sentence. */
export const writtenText = (log: Pick<WriteLog, 'written'>): string => {
  const { changes, pools } = log.written();
  return changes === 0
    ? 'Nothing was written.'
    : `Written: ${counted(changes, 'change')} to ${counted(pools, 'pool')}.`;
};

/** Why nobody knows of a write. The claim of a process that is gone runs out by itself. */
export const endedInTheMiddle = 'It was ended in the middle, and the pool stays held for two minutes.';

/** A write that may have taken effect: nobody has looked since. */
export const perhapsWritten = (pool: PoolRef, why: string): string =>
  `Perhaps written, or a part of it: ${inert(pool.id)}. ${why} The next look at it finishes what was begun, or: lifeguard apply --pool ${inert(pool.id)}`;

/** What was not written, and what nobody knows of, a line each. */
export const notWrittenLines = (log: Pick<WriteLog, 'failed' | 'left'>): readonly string[] => {
  const misses = collectMisses();
  for (const { pool, error, isSent } of log.failed())
    if (!isSent) misses.add({ region: pool.region, pool: pool.id }, error);
  const left = log.left();
  return [
    ...log
      .failed()
      .filter(({ isSent }) => isSent)
      .map(({ pool, error }) =>
        perhapsWritten(pool, `A write was sent, and then: ${inert(reasonOf(error))}`),
      ),
    ...misses.unreached().map(({ what, message }) => `Not written: ${inert(what)}: ${inert(message)}`),
    ...(left.length === 0 ? [] : [`Not come to: ${named(left)}. To go on, run the command again.`]),
  ];
};

/** What is to be said where the command is ended in the middle of writes. */
export const cutOffLines = (log: WriteLog): readonly string[] => [
  `Stopped. ${writtenText(log)}`,
  ...log.underWay().map((pool) => perhapsWritten(pool, endedInTheMiddle)),
  ...notWrittenLines(log),
];
