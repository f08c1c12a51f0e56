import type { PoolRef } from '../../pool/pool-ref.ts';

/** How live pools were named. */
export interface NamedPools {
  readonly policies: string;
  readonly pool: readonly string[];
  readonly region: readonly string[];
  readonly allRegions: boolean;
}

/**
 * The command that lists what is wrong with the pools that another command was about.
 * @param few these alone, where there are any
 */
export const checkCommand = (
  { policies, pool, region, allRegions }: NamedPools,
  few: readonly PoolRef[],
): string => {
  const each = (option: string, values: readonly string[]) => values.map((value) => `${option} ${value}`);
  const pools = few.length > 0 ? few.map(({ id }) => id) : pool;
  const which =
    pools.length > 0 ? each('--pool', pools) : allRegions ? ['--all-regions'] : each('--region', region);
  const folder = policies === './policies' ? [] : [`--policies ${policies}`];
  // Typed as it stands: what a shell would see more in than a word is left for whoever typed it before.
  return ['lifeguard check', ...[...which, ...folder].filter((option) => /^[\w ./-]+$/.test(option))].join(
    ' ',
  );
};
