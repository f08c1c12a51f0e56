import type { PolicySet } from '../../policy/policy.ts';
import { nameOf, type PoolSnapshot } from '../../pool/pool-snapshot.ts';
import { unknownMembers } from '../../pool/unknown-members.ts';
import { poolLabel } from './model/pool-label.ts';
import type { RecordedCall } from './model/recorded-call.ts';
import { settingMoves } from './model/setting-moves.ts';
import { settingViews } from './model/setting-views.ts';
import { shown } from './model/shown.ts';
import type { MoveView, PoolLabel, PoolView, SettingMoveView } from './page-data.ts';

/** A call that may have moved a pool's settings. */
export interface PoolCall extends RecordedCall {
  readonly at: string;
  /** What people call whoever made it. */
  readonly by: string;
  readonly isLifeguard: boolean;
}

/** What a call did to a pool. */
export interface Taken {
  readonly label: PoolLabel;
  readonly moves: readonly MoveView[];
  /** The pool anew; absent where the call did nothing to it, `gone` where it left none. */
  readonly view?: PoolView | 'gone';
}

/** The pools of the page, each as the last call left it. */
export interface KnownPools {
  /** Takes in what a call left of a pool; `undefined` where it left nothing. */
  take(call: PoolCall, poolId: string, snapshot: PoolSnapshot | undefined): Taken;
  /** What people call a pool, or called it. */
  titleOf(region: string, poolId: string): string | undefined;
  /** Those that changed last first. */
  views(): readonly PoolView[];
}

interface Known {
  readonly snapshot: PoolSnapshot;
  readonly moves: ReadonlyMap<string, readonly SettingMoveView[]>;
  readonly view: PoolView;
}

/** How many moves of a setting are kept: somebody's, and ours after it. */
const mostMoves = 2;

/** How many pools' titles are kept. */
const mostTitles = 1000;

/**
 * No pools yet.
 * @param most how many are kept, those that changed last
 */
export const knownPools = (policies: PolicySet, most: number): KnownPools => {
  // In the order in which they changed.
  const known = new Map<string, Known>();
  // Of pools that are gone, too: what happened to them is still told.
  const titles = new Map<string, string>();
  const keep = (key: string, pool: Known): void => {
    known.delete(key);
    known.set(key, pool);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    titles.delete(key);
    titles.set(key, pool.view.title);
    for (const oldest of titles.keys()) if (titles.size > mostTitles) titles.delete(oldest);
  };
  return {
    take: (call, poolId, snapshot) => {
      const unnamed = poolLabel(call.region, poolId, null);
      const before = known.get(unnamed.key);
      if (!snapshot) {
        known.delete(unnamed.key);
        return { label: before ? labelOf(before.view) : unnamed, moves: [], view: 'gone' };
      }
      const label = poolLabel(call.region, poolId, nameOf(snapshot));
      const moves = before ? settingMoves(before.snapshot, snapshot) : [];
      if (before && moves.length === 0) return { label, moves };
      const allMoves = withMoves(before?.moves ?? new Map(), moves, call);
      const view: PoolView = {
        ...label,
        region: shown(call.region, 'name'),
        settings: settingViews(snapshot, policies, call.at.slice(0, 10), allMoves),
        unknown: unknownMembers(snapshot).map((path) => shown(path)),
      };
      keep(label.key, { snapshot, moves: allMoves, view });
      return { label, moves, view };
    },
    titleOf: (region, poolId) => titles.get(poolLabel(region, poolId, null).key),
    views: () => [...known.values()].map(({ view }) => view).reverse(),
  };
};

const labelOf = ({ key, id, title }: PoolLabel): PoolLabel => ({ key, id, title });

const withMoves = (
  before: Known['moves'],
  moves: readonly MoveView[],
  { call, at, by, isLifeguard }: PoolCall,
): Known['moves'] =>
  moves.reduce((all, { setting, from, to }) => {
    const move: SettingMoveView = { from, to, at, call: shown(call, 'name'), by, isLifeguard };
    return all.set(setting, [move, ...(all.get(setting) ?? [])].slice(0, mostMoves));
  }, new Map(before));
