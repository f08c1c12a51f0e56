import type { MapData, PoolRow } from '../model/report-data.ts';
import { type Cell, cellAt, cellsOf, isBroken, nameOf, ownersOf } from './map-reading.ts';

/** Which pools a person wants to see. */
export interface Choice {
  /** Part of a name, an id or an owner. */
  readonly find: string;
  readonly show: string;
  /** A rule's place; only pools whose cell there has what is to be shown. */
  readonly rule?: number;
}

const showing: { readonly [show: string]: (cell: Cell) => boolean } = {
  violating: isBroken,
  critical: (cell) => isBroken(cell) && ['critical', 'high'].includes(cell.rule.severity),
  debt: ({ detail }) => detail?.since !== undefined,
  refused: ({ state }) => state === 'refused',
  exempted: ({ state }) => state === 'exempted',
  unread: ({ state }) => state === 'undetermined',
};

/** The pools that a person wants to see, in their order. */
export const chosen = (map: MapData, { find, show, rule }: Choice): readonly PoolRow[] => {
  const wanted = find.trim().toLowerCase();
  return map.pools.filter((pool) => {
    if (wanted !== '' && !textOf(map, pool).includes(wanted)) return false;
    const one = rule === undefined ? undefined : cellAt(map, pool, rule);
    const cells = rule === undefined ? cellsOf(map, pool) : one ? [one] : [];
    if (show === 'all') return rule === undefined || cells.some(isBroken);
    if (show === 'compliant')
      return (
        pool.unread === undefined &&
        !cells.some(isBroken) &&
        cells.some(({ state }) => state === 'holding' || state === 'exempted')
      );
    return cells.some((cell) => showing[show]?.(cell) ?? true);
  });
};

const textOf = (map: MapData, pool: PoolRow): string =>
  [nameOf(pool), pool.id, ...ownersOf(map, pool)].join('\n').toLowerCase();
