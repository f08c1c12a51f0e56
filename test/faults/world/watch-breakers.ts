import type { PoolRecord } from '../../../src/ledger/pool-record.ts';
import type { Observed } from './observed.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Keeps each state of each pool's breaker, from when the ledger had it. */
export const watchBreakers =
  ({ breakers }: Observed, time: VirtualTime) =>
  (arn: string, { history }: PoolRecord): void => {
    const states = breakers.get(arn) ?? [];
    breakers.set(arn, states);
    const nextWriteAt = history?.breaker?.nextWriteAt;
    if (states.at(-1)?.nextWriteAt === nextWriteAt) return;
    const contested = new Set(history?.undoings.flatMap(({ settings }) => settings));
    states.push({ at: time.now().getTime(), nextWriteAt, contested });
  };
