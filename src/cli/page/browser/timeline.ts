import { type CommandView, type EntryView, mostKept, type PageState, type PoolLabel } from '../page-data.ts';
import { announce } from './announce.ts';
import { copyable } from './copyable.ts';
import { byId, element } from './element.ts';
import { entryItem, entrySentence } from './entry.ts';
import { offerPools } from './pool-choice.ts';

/** What the page does with what comes in. */
export interface Timeline {
  readonly begin: (state: PageState) => void;
  readonly add: (entry: EntryView) => void;
}

interface Shown {
  readonly entry: EntryView;
  readonly item: HTMLLIElement;
}

/** The timeline, newest first. */
export const timeline = (): Timeline => {
  const list = byId('entries', HTMLOListElement);
  const pool = byId('timeline-pool', HTMLSelectElement);
  const quiet = byId('timeline-quiet', HTMLInputElement);
  const empty = byId('timeline-empty', HTMLElement);
  const trial = byId('try', HTMLDetailsElement);
  let all: Shown[] = [];
  const labels = new Map<string, PoolLabel>();

  const isWanted = ({ entry }: Shown): boolean =>
    (pool.value === '' || entry.pool?.key === pool.value) &&
    (quiet.checked || entry.kind === 'change' || entry.isTold);
  const sift = (): void => {
    for (const each of all) each.item.hidden = !isWanted(each);
    empty.hidden = all.some(isWanted);
    empty.replaceChildren(...(all.length === 0 ? nothingYet() : noneOfThese(widen)));
  };
  const widen = (): void => {
    pool.value = '';
    quiet.checked = true;
    sift();
  };
  const offer = (entries: readonly EntryView[]): void => {
    const before = labels.size;
    for (const { pool: label } of entries) if (label) labels.set(label.key, label);
    if (labels.size !== before) offerPools(pool, [...labels.values()], 'All pools');
  };
  const shown = (entry: EntryView): Shown => ({ entry, item: entryItem(entry) });
  pool.addEventListener('change', sift);
  quiet.addEventListener('change', sift);
  offerPools(pool, [], 'All pools');
  return {
    begin: ({ entries, commands }) => {
      all = entries.map(shown);
      list.replaceChildren(...all.map(({ item }) => item));
      byId('commands', HTMLElement).replaceChildren(...commandParts(commands));
      trial.open = !entries.some(isNews);
      labels.clear();
      offer(entries);
      sift();
    },
    add: (entry) => {
      const added = shown(entry);
      added.item.classList.add('new');
      all.unshift(added);
      list.prepend(added.item);
      for (const { item } of all.splice(mostKept)) item.remove();
      offer([entry]);
      sift();
      if (isWanted(added)) announce(entrySentence(entry));
    },
  };
};

const isNews = (entry: EntryView): boolean => entry.kind === 'outcome' && entry.isTold;

const commandParts = (commands: readonly CommandView[]): readonly HTMLElement[] =>
  commands.flatMap(({ does, text }) => [element('p', {}, does), copyable(text, does)]);

const nothingYet = (): readonly HTMLElement[] => [
  element('p', {}, 'Nothing has happened yet. Type one of the commands above in another terminal.'),
];

const noneOfThese = (widen: () => void): readonly HTMLElement[] => {
  const button = element('button', { type: 'button' }, 'Show everything');
  button.addEventListener('click', widen);
  return [element('p', {}, 'Nothing of this pool that people are told.'), button];
};
