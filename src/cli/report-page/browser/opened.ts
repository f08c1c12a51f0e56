import type { CellDetail, MapData, PoolRow, ShownChange } from '../model/report-data.ts';
import { element, outside } from './element.ts';
import { type Cell, cellAt, cellsOf, isBroken, nameOf, ownersOf, regionOf } from './map-reading.ts';
import { classOf, letterOf, wordsOf } from './marks.ts';

const term = (title: string, ...value: readonly (Node | string | false | undefined)[]): HTMLElement =>
  element('div', {}, element('dt', {}, title), element('dd', {}, ...value));

const facts = (...terms: readonly (HTMLElement | undefined | false)[]): HTMLElement =>
  element('dl', { class: 'facts' }, ...terms);

const mark = (cell: Cell): HTMLElement =>
  element('span', { class: `key ${classOf(cell)}`, 'aria-hidden': 'true' }, letterOf(cell));

const value = (text: string): HTMLElement => element('code', { class: 'value' }, outside(text));

const changeOf = ({ setting, from, to, along, warning }: ShownChange): HTMLElement =>
  element(
    'li',
    {},
    element('code', { class: 'setting' }, setting),
    ' ',
    value(from),
    ' → ',
    value(to),
    along !== undefined && element('p', {}, `Goes along: ${along}`),
    warning !== undefined && element('p', { class: 'warning' }, warning),
  );

const wouldChange = (cell: Cell, detail: CellDetail): HTMLElement | undefined => {
  if (detail.exemption) return term('Would change', 'Nothing until the exemption ends.');
  if (detail.changes) {
    const waits =
      detail.resting !== undefined
        ? `Not before ${detail.resting.until.slice(0, 16).replace('T', ' ')} UTC: somebody took this fix back (outcome ${detail.resting.outcome}).`
        : detail.since !== undefined && 'Once somebody accepts the debt: it waits for a person.';
    return term(
      'Would change',
      element('ul', { class: 'changes' }, ...detail.changes.map(changeOf)),
      waits !== false && element('p', {}, waits),
    );
  }
  if (detail.refusal) return undefined;
  return term(
    'Would change',
    cell.rule.mode === 'notify' ? 'Nothing: this rule only tells. Its team decides.' : 'Nothing.',
  );
};

const refused = ({ refusal }: CellDetail): HTMLElement | undefined =>
  refusal &&
  element(
    'div',
    { class: 'callout' },
    element('strong', {}, 'Lifeguard can’t put this right: '),
    element('span', {}, outside(refusal.reason)),
    element('p', {}, element('strong', {}, 'What to do: '), outside(refusal.next)),
    element('p', { class: 'muted' }, `Refusal ${refusal.code}`),
  );

const exempted = ({ exemption }: CellDetail): HTMLElement | undefined =>
  exemption &&
  term(
    'Exemption',
    element('strong', {}, `until ${exemption.expires}`),
    ', ticket ',
    outside(exemption.ticket),
    ', approved by ',
    outside(exemption.approver),
    element('p', {}, outside(exemption.reason)),
    element('p', { class: 'muted' }, outside(exemption.at)),
  );

/** What is to be known of one rule at one pool. */
export const ofCell = (map: MapData, pool: PoolRow, cell: Cell): readonly Node[] => {
  const { rule, detail } = cell;
  const owners = ownersOf(map, pool);
  return [
    element(
      'h2',
      { id: 'opened-title', tabindex: -1 },
      mark(cell),
      element('span', {}, rule.id, element('small', {}, wordsOf(cell))),
    ),
    ...(detail?.refusal ? [refused(detail)].filter((each) => each !== undefined) : []),
    facts(
      term('Pool', outside(nameOf(pool)), element('small', {}, pool.id)),
      term('Setting', element('code', { class: 'setting' }, rule.setting)),
      detail && term('Found', value(detail.found)),
      term('Required', outside(detail?.required ?? rule.required)),
      detail && wouldChange(cell, detail),
      detail && exempted(detail),
      detail?.since !== undefined && term('Debt since', detail.since),
      cell.state === 'undetermined' &&
        term('Not known', outside(pool.unread ?? 'The pool could not be read.')),
      term('Owner of the pool', owners.length === 0 ? 'nobody is named' : outside(owners.join(', '))),
      ...ruleFacts(cell),
    ),
  ];
};

const ruleFacts = ({ rule }: Cell): readonly (HTMLElement | undefined)[] => [
  term('Why', outside(rule.why)),
  term(
    'Rule',
    outside(`${rule.policy}, ${rule.at}`),
    rule.owner !== undefined && element('small', {}, outside(`owner ${rule.owner}`)),
  ),
  rule.controls.length > 0
    ? term(
        'Controls',
        element('ul', { class: 'plain' }, ...rule.controls.map((each) => element('li', {}, outside(each)))),
      )
    : undefined,
  rule.exemptionsUrl === undefined ? undefined : term('Ask for an exemption', outside(rule.exemptionsUrl)),
];

/** Everything of one pool. */
export const ofPool = (map: MapData, pool: PoolRow): readonly Node[] => {
  const cells = cellsOf(map, pool);
  const owners = ownersOf(map, pool);
  const wrong = cells.filter(({ detail }) => detail !== undefined);
  return [
    element(
      'h2',
      { id: 'opened-title', tabindex: -1 },
      element('span', {}, outside(nameOf(pool)), element('small', {}, pool.id)),
    ),
    facts(
      term('Region', regionOf(pool)),
      term('Owner', owners.length === 0 ? 'nobody is named' : outside(owners.join(', '))),
      pool.unread !== undefined && term('Could not be read', outside(pool.unread)),
      term(
        'Rules',
        `${cells.filter(({ state }) => state === 'holding').length} hold, ${cells.filter(isBroken).length} are broken, ${cells.filter(({ state }) => state === 'exempted').length} exempted`,
      ),
    ),
    ...(wrong.length === 0 ? [] : [findingsTable(wrong)]),
  ];
};

/** Findings of one pool, one a row. */
export const findingsTable = (cells: readonly Cell[]): HTMLElement =>
  element(
    'table',
    { class: 'findings' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['Rule', 'Found', 'Required', 'What happens'].map((title) =>
          element('th', { scope: 'col' }, title),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      ...cells.map((cell) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, mark(cell), ' ', cell.rule.id, element('small', {}, wordsOf(cell))),
          element('td', {}, value(cell.detail?.found ?? '')),
          element('td', {}, outside(cell.detail?.required ?? cell.rule.required)),
          element('td', {}, ...whatHappens(cell)),
        ),
      ),
    ),
  );

const whatHappens = ({ detail, rule }: Cell): readonly (Node | string)[] => {
  if (!detail) return [];
  if (detail.exemption)
    return [`Accepted until ${detail.exemption.expires} under `, outside(detail.exemption.ticket)];
  const since = detail.since === undefined ? '' : ` Debt since ${detail.since}: waits for a person.`;
  if (detail.changes) {
    const [first, ...others] = detail.changes;
    return [
      'Would become ',
      value(first?.to ?? ''),
      ...(others.length > 0
        ? [`, and ${others.length === 1 ? 'one setting' : `${others.length} settings`} along`]
        : []),
      `.${since}`,
    ];
  }
  if (detail.refusal) return [element('strong', {}, 'To do: '), outside(detail.refusal.next), since];
  return [rule.mode === 'notify' ? `Told only.${since}` : `Nothing.${since}`];
};

/** Everything of one rule. */
export const ofRule = (map: MapData, place: number): readonly Node[] => {
  const rule = map.rules[place];
  if (!rule) return [];
  const cells = map.pools.flatMap((pool) => cellAt(map, pool, place) ?? []);
  const count = (of: (cell: Cell) => boolean): number => cells.filter(of).length;
  const cell: Cell = { rule, state: 'open' };
  return [
    element(
      'h2',
      { id: 'opened-title', tabindex: -1 },
      mark(cell),
      element('span', {}, rule.id, element('small', {}, `${rule.severity} rule`)),
    ),
    facts(
      term('Setting', element('code', { class: 'setting' }, rule.setting)),
      term('Required', outside(rule.required)),
      term('Lifeguard', rule.mode === 'remediate' ? 'puts it right' : 'tells only'),
      term(
        'Pools',
        `${count(({ state }) => state === 'holding')} hold it, ${count(isBroken)} break it, ${count(({ state }) => state === 'exempted')} exempted, ${count(({ state }) => state === 'unbound')} not bound`,
      ),
      ...ruleFacts(cell),
    ),
  ];
};
