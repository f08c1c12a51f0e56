import type { MapData } from '../model/report-data.ts';
import { chosen } from './chosen.ts';
import { byId, element } from './element.ts';
import { makeGrid, type Place } from './grid.ts';
import { cellAt } from './map-reading.ts';
import { ofCell, ofPool, ofRule } from './opened.ts';
import { paper } from './paper.ts';

const map = JSON.parse(byId('data')?.textContent ?? '') as MapData;

const dialog = byId('opened');

const contentOf = ({ pool, rule }: Place): readonly Node[] => {
  if (!pool) return rule === undefined ? [] : ofRule(map, rule);
  const cell = rule === undefined ? undefined : cellAt(map, pool, rule);
  return cell ? ofCell(map, pool, cell) : ofPool(map, pool);
};

/** Opens beside the map; Escape, the button and a click beside it close it, and the focus goes back by itself. */
const open = (place: Place): void => {
  if (!(dialog instanceof HTMLDialogElement)) return;
  const close = element('button', { type: 'button', class: 'close' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(element('div', { class: 'sheet' }, close, ...contentOf(place)));
  dialog.showModal();
  byId('opened-title')?.focus();
};

dialog?.addEventListener('click', (event) => {
  if (event.target === dialog && dialog instanceof HTMLDialogElement) dialog.close();
});

const fieldOf = (id: string): string => {
  const field = byId(id);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
};

const holder = byId('grid');
if (holder) {
  const grid = makeGrid(map, open);
  holder.append(grid.element);
  const filter = (): void => {
    const rule = fieldOf('rule');
    const pools = chosen(map, {
      find: fieldOf('find'),
      show: fieldOf('show'),
      ...(rule !== '' && { rule: Number(rule) }),
    });
    grid.show(pools);
    const said = byId('shown');
    const all = map.pools.length.toLocaleString('en-US');
    if (said)
      said.textContent =
        pools.length === map.pools.length
          ? `${all} pools`
          : `${pools.length.toLocaleString('en-US')} of ${all} pools`;
  };
  byId('filters')?.addEventListener('input', filter);
  byId('filters')?.addEventListener('submit', (event) => event.preventDefault());
  filter();
}

/** Paper has no scrolling: all rows are made when they are needed, and not before. */
const print = matchMedia('print');
const onPrint = (): void => {
  const sheets = byId('paper');
  if (sheets && sheets.childElementCount === 0) sheets.append(...paper(map));
};
addEventListener('beforeprint', onPrint);
print.addEventListener('change', () => {
  if (print.matches) onPrint();
});
if (print.matches) onPrint();
