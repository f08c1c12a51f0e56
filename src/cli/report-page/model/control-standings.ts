import { controlName, frameworkRank } from './control-name.ts';
import { firstDetail, holding, type MapData, type PoolRow, undetermined } from './report-data.ts';

/** How the pools stand by one control of a framework. A pool counts once, by the worst of the rules behind it. */
export interface ControlStanding {
  readonly framework: string;
  readonly id: string;
  readonly rules: readonly string[];
  readonly passing: number;
  readonly failing: number;
  /** None fails, and at least one differs under an exemption. */
  readonly exempted: number;
  readonly undetermined: number;
}

/** Every control that a rule names, by framework, then by its id. */
export const controlStandings = (map: MapData): readonly ControlStanding[] => {
  const named = map.rules.flatMap((rule, place) => rule.controls.map((text) => ({ text, rule, place })));
  return [...Map.groupBy(named, ({ text }) => text)]
    .map(([text, behind]): ControlStanding => {
      const places = behind.map(({ place }) => place);
      const counts = { passing: 0, failing: 0, exempted: 0, undetermined: 0, unbound: 0 };
      for (const pool of map.pools) counts[poolBy(pool, places, map)] += 1;
      const { unbound: _, ...standing } = counts;
      return { ...controlName(text), rules: behind.map(({ rule }) => rule.id), ...standing };
    })
    .toSorted(
      (left, right) =>
        frameworkRank(left.framework) - frameworkRank(right.framework) ||
        left.id.localeCompare(right.id, 'en', { numeric: true }),
    );
};

const poolBy = ({ cells }: PoolRow, places: readonly number[], { details }: MapData) => {
  const own = places.map((place) => cells[place] ?? 0);
  const states = own.map((cell) => details[cell - firstDetail]?.state);
  if (states.some((state) => state !== undefined && state !== 'exempted')) return 'failing';
  if (own.includes(undetermined)) return 'undetermined';
  if (states.includes('exempted')) return 'exempted';
  return own.includes(holding) ? 'passing' : 'unbound';
};
