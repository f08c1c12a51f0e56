import type { ChangeView, MoveView, PoolLabel } from '../page-data.ts';
import { callerView } from './caller-view.ts';
import type { RecordedCall } from './recorded-call.ts';
import { shown } from './shown.ts';

/** A recorded call as an entry of the timeline. */
export const changeView = (
  { call, actor, error }: RecordedCall,
  {
    id,
    at,
    pool,
    moves,
    isLifeguard,
  }: {
    readonly id: string;
    readonly at: string;
    readonly pool: PoolLabel | undefined;
    readonly moves: readonly MoveView[];
    readonly isLifeguard: boolean;
  },
): ChangeView => ({
  kind: 'change',
  id,
  at,
  ...(pool && { pool }),
  call: shown(call, 'name'),
  caller: callerView(actor, isLifeguard),
  ...(error !== undefined && { error: shown(error, 'sentence') }),
  moves,
});
