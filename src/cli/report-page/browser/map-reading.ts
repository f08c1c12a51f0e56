import {
  type CellDetail,
  firstDetail,
  holding,
  type MapData,
  notBound,
  type PoolRow,
  type RuleColumn,
} from '../model/report-data.ts';

/** What stands at a pool for a rule. */
export interface Cell {
  readonly rule: RuleColumn;
  readonly state: 'open' | 'debt' | 'refused' | 'exempted' | 'undetermined' | 'holding' | 'unbound';
  /** There where the rule doesn't hold. */
  readonly detail?: CellDetail;
}

/** The cell of a pool for a rule, by the rule's place. */
export const cellAt = ({ rules, details }: MapData, pool: PoolRow, place: number): Cell | undefined => {
  const rule = rules[place];
  const code = pool.cells[place];
  if (!rule || code === undefined) return undefined;
  if (code === notBound) return { rule, state: 'unbound' };
  if (code === holding) return { rule, state: 'holding' };
  const detail = details[code - firstDetail];
  return detail ? { rule, state: detail.state, detail } : { rule, state: 'undetermined' };
};

/** All cells of a pool. */
export const cellsOf = (map: MapData, pool: PoolRow): readonly Cell[] =>
  map.rules.flatMap((_, place) => cellAt(map, pool, place) ?? []);

/** True where the rule is broken and nobody has accepted that. */
export const isBroken = ({ state }: Cell): boolean =>
  state === 'open' || state === 'debt' || state === 'refused';

/** Who owns a pool: `checkout`, or `checkout (by its tags)` where whoever can tag it could have said so. */
export const ownersOf = ({ owners }: MapData, pool: PoolRow): readonly string[] =>
  (pool.owners ?? []).map((place) =>
    place < 0 ? `${owners[-1 - place]} (by its tags)` : `${owners[place]}`,
  );

export const nameOf = ({ name }: PoolRow): string => name ?? '(name not known)';

/** `eu-west-1_AbC` lives in `eu-west-1`. */
export const regionOf = ({ id }: PoolRow): string => id.slice(0, id.lastIndexOf('_'));
