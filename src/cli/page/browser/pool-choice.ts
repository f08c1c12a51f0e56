import type { PoolLabel } from '../page-data.ts';
import { element } from './element.ts';

/** What a pool is called in a list: its name and its id, since two pools may share a name. */
const labelOf = ({ title, id }: PoolLabel): string => (title === id ? id : `${title} (${id})`);

/**
 * Puts pools into a list to choose from, and keeps what is chosen.
 * @param all what stands first, for no pool in particular
 */
export const offerPools = (select: HTMLSelectElement, pools: readonly PoolLabel[], all?: string): void => {
  const chosen = select.value;
  const options = [
    ...(all === undefined ? [] : [element('option', { value: '' }, all)]),
    ...pools.map((pool) => element('option', { value: pool.key }, labelOf(pool))),
  ];
  select.replaceChildren(...options);
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
};
