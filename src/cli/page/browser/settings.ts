import type { CommandView, PageState, PoolView, SettingView } from '../page-data.ts';
import { byId } from './element.ts';
import { emptyPart } from './empty.ts';
import { offerPools } from './pool-choice.ts';
import { settingRow, settingsTable, summaryOf } from './settings-table.ts';

/** What the page does with pools as they come in. */
export interface Settings {
  readonly begin: (state: PageState) => void;
  readonly take: (pool: PoolView) => void;
  readonly drop: (key: string) => void;
}

interface Row {
  readonly setting: SettingView;
  readonly row: HTMLTableRowElement;
}

/** Each pool's settings as they are now. */
export const settings = (): Settings => {
  const choice = byId('settings-pool', HTMLSelectElement);
  const search = byId('settings-search', HTMLInputElement);
  const which = byId('settings-which', HTMLFieldSetElement);
  const body = byId('settings-body', HTMLElement);
  const pools = new Map<string, PoolView>();
  let commands: readonly CommandView[] = [];
  let rows: Row[] = [];
  let drawn: string | undefined;

  const sift = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kind = which.querySelector<HTMLInputElement>('input:checked')?.value ?? 'all';
    let count = 0;
    for (const { setting, row } of rows) {
      row.hidden = !(isOfKind(setting, kind) && words.every((word) => textOf(setting).includes(word)));
      if (!row.hidden) count += 1;
    }
    const none = body.querySelector<HTMLElement>('.none');
    if (none) none.hidden = count > 0;
    const table = body.querySelector('table');
    if (table) table.hidden = count === 0;
  };
  /** The pool that was chosen, else the one that changed last. */
  const chosen = (): PoolView | undefined =>
    choice.value === '' ? [...pools.values()].at(-1) : pools.get(choice.value);
  const draw = (): void => {
    const pool = chosen();
    if (!pool) {
      drawn = undefined;
      rows = [];
      body.replaceChildren(
        emptyPart('There is no pool in the sandbox. Create one in another terminal:', commands, 'create'),
      );
      return;
    }
    // Rows that stayed the same stay where they are: whoever reads or has marked something is not disturbed.
    const before = new Map(drawn === pool.key ? rows.map((each) => [each.setting.setting, each]) : []);
    rows = pool.settings.map((setting) => {
      const old = before.get(setting.setting);
      if (old && JSON.stringify(old.setting) === JSON.stringify(setting)) return old;
      return { setting, row: settingRow(setting) };
    });
    const shown = rows.map(({ row }) => row);
    if (drawn === pool.key) {
      exchange(body.querySelector('tbody'), shown);
      body.querySelector('.summary')?.replaceChildren(...summaryOf(pool));
    } else body.replaceChildren(...settingsTable(pool, shown));
    drawn = pool.key;
    sift();
  };
  const offer = (): void =>
    offerPools(choice, [...pools.values()].toSorted(byTitle), 'The one that changed last');
  choice.addEventListener('change', draw);
  search.addEventListener('input', sift);
  which.addEventListener('change', sift);
  return {
    begin: (state) => {
      pools.clear();
      // In the order in which they changed.
      for (const pool of state.pools.toReversed()) pools.set(pool.key, pool);
      commands = state.commands;
      offer();
      draw();
    },
    take: (pool) => {
      pools.delete(pool.key);
      pools.set(pool.key, pool);
      offer();
      draw();
    },
    drop: (key) => {
      pools.delete(key);
      offer();
      draw();
    },
  };
};

const byTitle = (left: PoolView, right: PoolView): number => left.title.localeCompare(right.title);

/** Puts rows in the place of those that were there; one that stays isn't touched. */
const exchange = (table: HTMLTableSectionElement | null, shown: readonly HTMLTableRowElement[]): void => {
  const there = [...(table?.rows ?? [])];
  const stay = new Set<HTMLTableRowElement>(shown);
  const isSameOrder = there.every((row, index) => !stay.has(row) || shown[index] === row);
  if (!isSameOrder || there.length !== shown.length) table?.replaceChildren(...shown);
  else for (const [index, row] of shown.entries()) if (there[index] !== row) there[index]?.replaceWith(row);
};

const isOfKind = ({ rules, moves }: SettingView, kind: string): boolean =>
  kind === 'ruled' ? rules.length > 0 : kind === 'moved' ? moves.length > 0 : true;

const textOf = ({ setting, value, meaning, rules }: SettingView): string =>
  [setting, value, meaning, ...rules.flatMap(({ rule, required }) => [rule, required])]
    .join(' ')
    .toLowerCase();
