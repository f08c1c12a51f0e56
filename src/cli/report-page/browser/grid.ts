import type { MapData, PoolRow } from '../model/report-data.ts';
import { element, outside } from './element.ts';
import { cellAt, cellsOf, isBroken, nameOf, ownersOf } from './map-reading.ts';
import { classOf, letterOf, wordsOf } from './marks.ts';

/** Pixels; the sheet has the same. */
const rowHeight = 44;
/** Rows drawn above and below what is seen. */
const beyond = 4;

/** What a person opens: a pool and a rule, or one of them. */
export interface Place {
  readonly pool?: PoolRow;
  readonly rule?: number;
}

/** The map in the page. */
export interface Grid {
  readonly element: HTMLElement;
  readonly show: (pools: readonly PoolRow[]) => void;
}

const cellOf = (row: HTMLElement, column: number): HTMLElement | undefined =>
  row.children[column] instanceof HTMLElement ? row.children[column] : undefined;

/**
 * An ARIA grid that draws only the rows that are seen, so that ten thousand scroll. Row 0 names the rules, column 0 the
 * pools, column 1 says how many rules are broken.
 * @param open called for what a person opens by a click or Enter
 */
export const makeGrid = (map: MapData, open: (place: Place) => void): Grid => {
  let pools: readonly PoolRow[] = [];
  let active = { row: 1, column: 0 };
  const drawn = new Map<number, HTMLElement>();
  const columns = map.rules.length + 2;
  const head = headRow(map);
  const body = element('div', { class: 'rows', role: 'rowgroup' });
  const grid = element(
    'div',
    { class: 'map', role: 'grid', 'aria-label': 'Pools and rules', 'aria-colcount': columns },
    element('div', { role: 'rowgroup', class: 'head-group' }, head),
    body,
  );
  grid.style.setProperty('--rules', String(map.rules.length));

  const rowAt = (index: number): HTMLElement | undefined => (index === 0 ? head : drawn.get(index));
  const draw = (): void => {
    const first = Math.max(1, Math.floor(grid.scrollTop / rowHeight) + 1 - beyond);
    const last = Math.min(pools.length, first + Math.ceil(grid.clientHeight / rowHeight) + 2 * beyond);
    // The row that has the focus stays, or the focus would be lost.
    for (const [index, row] of drawn)
      if ((index < first || index > last) && index !== active.row) {
        row.remove();
        drawn.delete(index);
      }
    for (let index = first; index <= last; index += 1) drawRow(index);
    if (active.row > 0) drawRow(active.row);
    // Read in their order by whoever doesn't see where they stand.
    const ordered = [...drawn].sort(([left], [right]) => left - right);
    for (const [place, [, row]] of ordered.entries())
      if (body.children[place] !== row) body.insertBefore(row, body.children[place] ?? null);
  };
  const drawRow = (index: number): void => {
    const pool = pools[index - 1];
    if (drawn.has(index) || !pool) return;
    const row = poolRow(map, pool, index);
    row.style.top = `${(index - 1) * rowHeight}px`;
    if (index === active.row) cellOf(row, active.column)?.setAttribute('tabindex', '0');
    drawn.set(index, row);
    body.append(row);
  };
  const activate = (row: number, column: number, focus: boolean): void => {
    const before = rowAt(active.row);
    if (before) cellOf(before, active.column)?.setAttribute('tabindex', '-1');
    active = {
      row: Math.min(Math.max(row, 0), pools.length),
      column: Math.min(Math.max(column, 0), columns - 1),
    };
    if (focus) bringIntoView(grid, head, active.row);
    draw();
    const made = rowAt(active.row);
    const cell = made && cellOf(made, active.column);
    cell?.setAttribute('tabindex', '0');
    if (!focus || !cell) return;
    cell.focus({ preventScroll: true });
    bringColumnIntoView(grid, cell, active.column);
  };
  const openActive = (): void => {
    const pool = active.row === 0 ? undefined : pools[active.row - 1];
    const rule = active.column < 2 ? undefined : active.column - 2;
    if (pool || rule !== undefined) open({ ...(pool && { pool }), ...(rule !== undefined && { rule }) });
  };

  let isDue = false;
  const drawOnce = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
  grid.addEventListener('scroll', drawOnce, { passive: true });
  new ResizeObserver(draw).observe(grid);
  grid.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(grid.clientHeight / rowHeight) - 3);
    const { row, column } = active;
    const whole = event.ctrlKey || event.metaKey;
    const moves: { readonly [key: string]: readonly [number, number] } = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [Math.max(1, row - page), column],
      PageDown: [row + page, column],
      Home: [whole ? 1 : row, 0],
      End: [whole ? pools.length : row, columns - 1],
    };
    const to = moves[event.key];
    if (to) activate(to[0], to[1], true);
    else if (event.key === 'Enter' || event.key === ' ') openActive();
    else return;
    event.preventDefault();
  });
  grid.addEventListener('click', (event) => {
    const cell =
      event.target instanceof Element ? event.target.closest('[role$=cell], [role$=header]') : null;
    const row = cell?.parentElement;
    if (!cell || !row) return;
    activate(Number(row.getAttribute('aria-rowindex')) - 1, [...row.children].indexOf(cell), true);
    openActive();
  });
  return {
    element: grid,
    show: (wanted) => {
      pools = wanted;
      active = { row: pools.length > 0 ? 1 : 0, column: 0 };
      for (const row of drawn.values()) row.remove();
      drawn.clear();
      for (const cell of head.children) cell.setAttribute('tabindex', '-1');
      grid.setAttribute('aria-rowcount', String(pools.length + 1));
      body.style.height = `${pools.length * rowHeight}px`;
      grid.scrollTop = 0;
      activate(active.row, 0, false);
    },
  };
};

const bringIntoView = (grid: HTMLElement, head: HTMLElement, row: number): void => {
  if (row === 0) return;
  const top = (row - 1) * rowHeight;
  const room = grid.clientHeight - head.offsetHeight;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + rowHeight > grid.scrollTop + room) grid.scrollTop = top + rowHeight - room;
};

/** The names stand before what scrolls: a cell under them isn't in view. */
const bringColumnIntoView = (grid: HTMLElement, cell: HTMLElement, column: number): void => {
  if (column < 1) return;
  const names = cell.parentElement?.firstElementChild?.getBoundingClientRect();
  const { left, right } = cell.getBoundingClientRect();
  const frame = grid.getBoundingClientRect();
  if (names && left < names.right) grid.scrollLeft -= names.right - left;
  else if (right > frame.left + grid.clientWidth) grid.scrollLeft += right - frame.left - grid.clientWidth;
};

const headRow = ({ rules }: MapData): HTMLElement =>
  element(
    'div',
    { class: 'row head', role: 'row', 'aria-rowindex': 1 },
    element('div', { class: 'name', role: 'columnheader', tabindex: -1 }, 'Pool'),
    element('div', { class: 'count', role: 'columnheader', tabindex: -1 }, 'Broken'),
    ...rules.map(({ id, severity }) =>
      element(
        'div',
        { class: 'rule', role: 'columnheader', tabindex: -1, 'aria-label': `${id}, ${severity}` },
        element('span', { class: 'turned' }, outside(id)),
        element('span', { class: `dot ${severity}`, 'aria-hidden': 'true' }),
      ),
    ),
  );

const poolRow = (map: MapData, pool: PoolRow, index: number): HTMLElement => {
  const cells = cellsOf(map, pool);
  const owners = ownersOf(map, pool).join(', ');
  const broken = cells.filter(isBroken).length;
  return element(
    'div',
    { class: 'row', role: 'row', 'aria-rowindex': index + 1 },
    element(
      'div',
      { class: 'name', role: 'rowheader', tabindex: -1 },
      element('span', { class: 'pool' }, outside(nameOf(pool))),
      element('small', {}, pool.id, owners !== '' && ' · ', owners !== '' && outside(owners)),
    ),
    element(
      'div',
      { class: 'count', role: 'gridcell', tabindex: -1 },
      pool.unread === undefined ? String(broken) : '?',
    ),
    ...map.rules.map((rule, place) => {
      const cell = cellAt(map, pool, place);
      if (!cell) return element('div', { role: 'gridcell', tabindex: -1 });
      return element(
        'div',
        { class: 'cell', role: 'gridcell', tabindex: -1, 'aria-label': `${rule.id}: ${wordsOf(cell)}` },
        element('span', { class: `key ${classOf(cell)}`, 'aria-hidden': 'true' }, letterOf(cell)),
      );
    }),
  );
};
