import type { MapData } from '../model/report-data.ts';
import { element, outside } from './element.ts';
import { cellAt, cellsOf, isBroken, nameOf, ownersOf } from './map-reading.ts';
import { classOf, letterOf, wordsOf } from './marks.ts';
import { findingsTable } from './opened.ts';

/** More would be a book that nobody prints; what is left out is said. */
const mostRows = 1000;
const mostPools = 200;

const onPaper = (shown: number, all: number, what: string): HTMLElement | undefined =>
  shown < all
    ? element(
        'p',
        { class: 'note' },
        `The ${shown.toLocaleString('en-US')} worst of ${all.toLocaleString('en-US')} ${what} are printed. The file has all.`,
      )
    : undefined;

/** The map as a table for paper, and what was found pool by pool. */
export const paper = (map: MapData): readonly Node[] => {
  const rows = map.pools.slice(0, mostRows);
  const wrong = map.pools.filter(
    (pool) => pool.unread !== undefined || cellsOf(map, pool).some(({ detail }) => detail),
  );
  const told = wrong.slice(0, mostPools);
  return [
    element(
      'table',
      { class: 'printed' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, 'Pool'),
          ...map.rules.map(({ id }) =>
            element('th', { scope: 'col', class: 'rule' }, element('span', { class: 'turned' }, id)),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        ...rows.map((pool) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, outside(nameOf(pool)), element('small', {}, pool.id)),
            ...map.rules.map((_, place) => {
              const cell = cellAt(map, pool, place);
              return element(
                'td',
                {},
                cell &&
                  element('span', { class: `key ${classOf(cell)}`, title: wordsOf(cell) }, letterOf(cell)),
              );
            }),
          ),
        ),
      ),
    ),
    ...[onPaper(rows.length, map.pools.length, 'pools')].filter((each) => each !== undefined),
    element('h2', {}, 'Findings, pool by pool'),
    ...told.map((pool) => {
      const owners = ownersOf(map, pool).join(', ');
      const cells = cellsOf(map, pool);
      return element(
        'section',
        { class: 'of-pool' },
        element(
          'h3',
          {},
          outside(nameOf(pool)),
          element(
            'small',
            {},
            `${pool.id}${owners === '' ? '' : ` · ${owners}`} · ${cells.filter(isBroken).length} broken`,
          ),
        ),
        pool.unread === undefined
          ? findingsTable(cells.filter(({ detail }) => detail !== undefined))
          : element('p', {}, outside(pool.unread)),
      );
    }),
    ...[onPaper(told.length, wrong.length, 'pools with findings')].filter((each) => each !== undefined),
  ];
};
