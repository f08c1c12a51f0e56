import { cutTo } from '../../../notify/escape.ts';
import { type PolicySet, type Rule, severities } from '../../../policy/policy.ts';
import { hideQuotedValues } from '../../../pool/hide-quoted-values.ts';
import { detailOf } from './cells-of.ts';
import {
  type CellDetail,
  firstDetail,
  holding,
  type MapData,
  notBound,
  type PoolRow,
  type RuleColumn,
  undetermined,
} from './report-data.ts';
import type { SeenPool } from './seen-pool.ts';

/** Takes pools in one by one: of each only its row is kept, so that ten thousand fit into memory. */
export interface MapMaker {
  readonly take: (seen: SeenPool) => void;
  /** The map of all that was taken in, worst pools first. */
  readonly made: () => MapData;
}

/** @param isRemembered true where a ledger is read */
export const mapMaker = (account: string, policies: PolicySet, isRemembered: boolean): MapMaker => {
  const rules = ruleColumns(policies);
  const details = listOnce<CellDetail>();
  const owners = listOnce<string>();
  const pools: PoolRow[] = [];
  return {
    take: (seen) => {
      if (seen.kind === 'unreadable') {
        const unread = cutTo(hideQuotedValues(seen.error.message), 600);
        pools.push({ id: seen.pool.id, cells: rules.map(() => undetermined), unread });
        return;
      }
      const { outcome, memory } = seen;
      const bound = new Set(seen.rules);
      const cells = rules.map((rule) => {
        const finding = outcome.findings.find((each) => each.rule === rule.id && !each.resolved);
        if (finding) return firstDetail + details.place(detailOf(finding, outcome, memory, rule));
        return bound.has(rule.id) ? holding : notBound;
      });
      const name = outcome.pool?.name;
      const own = outcome.owners?.map(({ name: owner, claimed }) =>
        claimed ? -1 - owners.place(owner) : owners.place(owner),
      );
      pools.push({
        id: seen.pool.id,
        ...(name && { name: cutTo(name, 200) }),
        ...(own && own.length > 0 && { owners: own }),
        cells,
      });
    },
    made: () => ({
      account,
      isRemembered,
      rules,
      owners: owners.all,
      details: details.all,
      pools: worstFirst(pools, rules, details.all),
    }),
  };
};

/** Rules that are checked, worst severity first, then in the order of the files. */
const ruleColumns = ({ policies }: PolicySet): readonly RuleColumn[] =>
  policies
    .flatMap(({ name, owner, exemptionsUrl, rules }) =>
      rules.flatMap((rule): RuleColumn[] => {
        const column = columnOf(rule);
        if (!column) return [];
        return [
          {
            ...column,
            policy: name,
            ...(owner !== undefined && { owner }),
            ...(exemptionsUrl !== undefined && { exemptionsUrl }),
          },
        ];
      }),
    )
    .toSorted((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity));

const columnOf = ({ id, setting, required, severity, mode, why, controls, source }: Rule) =>
  mode === 'off'
    ? undefined
    : { id, setting, required, severity, mode, why, controls, at: `${source.file}:${source.line}` };

/** A list that holds each thing once and says at which place. */
const listOnce = <Thing>() => {
  const places = new Map<string, number>();
  const all: Thing[] = [];
  return {
    all: all as readonly Thing[],
    place: (thing: Thing): number => {
      const key = JSON.stringify(thing);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, all.length);
      return all.push(thing) - 1;
    },
  };
};

/**
 * By how many rules of the worst severity are broken, then the next; unread pools come before those where all holds,
 * and of two alike the one with the smaller id is first.
 */
const worstFirst = (
  pools: readonly PoolRow[],
  rules: readonly RuleColumn[],
  details: readonly CellDetail[],
): readonly PoolRow[] =>
  pools
    .map((pool) => ({ pool, weights: weightsOf(pool, rules, details) }))
    .toSorted((left, right) => {
      const differing = left.weights.findIndex((weight, place) => weight !== right.weights[place]);
      if (differing !== -1) return (right.weights[differing] ?? 0) - (left.weights[differing] ?? 0);
      return left.pool.id < right.pool.id ? -1 : 1;
    })
    .map(({ pool }) => pool);

const weightsOf = (
  pool: PoolRow,
  rules: readonly RuleColumn[],
  details: readonly CellDetail[],
): readonly number[] => {
  const broken = severities.map(() => 0);
  let exempted = 0;
  for (const [place, cell] of pool.cells.entries()) {
    const detail = details[cell - firstDetail];
    const rank = severities.indexOf(rules[place]?.severity ?? 'low');
    if (detail?.state === 'exempted') exempted += 1;
    else if (detail) broken[rank] = (broken[rank] ?? 0) + 1;
  }
  return [...broken, pool.unread === undefined ? 0 : 1, exempted];
};
