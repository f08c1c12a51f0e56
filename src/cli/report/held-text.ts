import type { Hold } from '../../history/hold.ts';
import { holdReason } from '../../look/hold-reason.ts';
import { commands } from '../../notify/commands.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import { inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** Why a plan would wait and what ends that, for a terminal. */
export const heldText = (hold: Hold, pool: PoolRef): string =>
  paint.warning(`${inertLine(holdReason(hold), 400)}${inertLine(endOf(hold, pool), 200)}`);

/** The command that ends a hold; what settles ends by itself. */
const endOf = (hold: Hold, pool: PoolRef): string => {
  switch (hold.kind) {
    case 'paused':
      return ` (to end that: ${hold.pause.pool === undefined ? commands.resumeAll : commands.resume(pool)})`;
    case 'breaker':
      return ` (once its cause is put right: ${commands.resetBreaker(pool)})`;
    case 'settling':
      return '';
  }
};
