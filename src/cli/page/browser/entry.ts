import type { ChangeView, EntryView } from '../page-data.ts';
import { element, type IconName, icon, outside } from './element.ts';
import { folded, moveList } from './folded.ts';
import { moment } from './moments.ts';
import { outcomeParts } from './outcome-parts.ts';

/** How many moves an entry shows before it folds them. */
const mostMoves = 5;

const nodes: { readonly [tone: string]: IconName } = {
  good: 'check',
  bad: 'cross',
  warning: 'warn',
  quiet: 'dot',
  somebody: 'person',
  lifeguard: 'ring',
};

const toneOf = (entry: EntryView): string => {
  if (entry.kind === 'outcome') return entry.tone;
  if (entry.error !== undefined) return 'bad';
  return entry.caller.isLifeguard ? 'lifeguard' : 'somebody';
};

/** An entry in one sentence, for whoever hears the page. */
export const entrySentence = (entry: EntryView): string => {
  const where = entry.pool ? `, pool ${entry.pool.title}` : '';
  return entry.kind === 'outcome'
    ? `${entry.title}${where}`
    : `${entry.caller.name} called ${entry.call}${where}`;
};

/** An entry of the timeline. */
export const entryItem = (entry: EntryView): HTMLLIElement => {
  const tone = toneOf(entry);
  const title = element('h3', { id: entry.id }, ...titleOf(entry));
  const body = entry.kind === 'outcome' ? outcomeParts(entry) : changeParts(entry);
  return element(
    'li',
    { class: `entry ${tone}`, 'data-kind': entry.kind },
    element('span', { class: 'node' }, icon(nodes[tone] ?? 'dot')),
    element(
      'article',
      { 'aria-labelledby': entry.id },
      element('header', {}, title, moment(entry.at)),
      contextOf(entry),
      ...body,
    ),
  );
};

const titleOf = (entry: EntryView): readonly (Node | string)[] =>
  entry.kind === 'outcome'
    ? [entry.title]
    : [outside(entry.caller.name), ' called ', element('code', {}, entry.call)];

const contextOf = (entry: EntryView): HTMLElement => {
  const pool = entry.pool ? [outside(entry.pool.title, 'pool')] : ['no pool'];
  const cause = entry.kind === 'outcome' && entry.cause !== '' ? [' · after ', outside(entry.cause)] : [];
  return element('p', { class: 'context' }, ...pool, ...cause);
};

const changeParts = ({ moves, error, caller }: ChangeView): readonly HTMLElement[] => [
  ...(error === undefined ? [] : [element('p', { class: 'refusal' }, 'AWS answered ', outside(error))]),
  ...(moves.length === 0 ? [] : [moveList(moves.slice(0, mostMoves))]),
  ...(moves.length <= mostMoves
    ? []
    : [folded(`and ${moves.length - mostMoves} more settings`, moveList(moves.slice(mostMoves)))]),
  folded(
    'Who',
    element('ul', { class: 'facts' }, ...caller.details.map((line) => element('li', {}, outside(line)))),
  ),
];
