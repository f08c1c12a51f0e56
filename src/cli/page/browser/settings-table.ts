import type { PoolView, RuleView, SettingMoveView, SettingView } from '../page-data.ts';
import { element, icon, outside } from './element.ts';
import { moment } from './moments.ts';
import { move, wholeName } from './setting-name.ts';

/** A pool in a sentence: how many settings, how many rules, what is wrong. */
export const summaryOf = ({
  title,
  id,
  region,
  settings: all,
  unknown,
}: PoolView): readonly (Node | string)[] => {
  const ruled = all.filter(({ rules }) => rules.length > 0);
  const broken = ruled.filter(({ rules }) => rules.some(({ holds }) => !holds));
  const moved = all.filter(({ moves }) => moves.length > 0);
  return [
    element('strong', {}, outside(title)),
    ' ',
    element('code', {}, id),
    ` in ${region}: ${all.length} settings, ${ruled.length} that rules speak of, `,
    element(
      'span',
      { class: broken.length > 0 ? 'broken' : 'holds' },
      broken.length > 0 ? `${broken.length} not as required` : 'all as required',
    ),
    `, ${moved.length} changed since the sandbox began.`,
    ...(unknown.length === 0
      ? []
      : [
          ` AWS shows ${unknown.length} more that this version doesn’t know: `,
          outside(unknown.join(', ')),
          '.',
        ]),
  ];
};

/** A pool's settings, below its summary. */
export const settingsTable = (
  pool: PoolView,
  rows: readonly HTMLTableRowElement[],
): readonly HTMLElement[] => [
  element('p', { class: 'summary' }, ...summaryOf(pool)),
  element('p', { class: 'none empty', hidden: true }, 'No setting like this.'),
  element(
    'table',
    { class: 'settings' },
    element('caption', { class: 'unseen' }, 'The settings of the pool as they are now'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['Setting', 'Now', 'Policy', 'Changed'].map((text) => element('th', { scope: 'col' }, text)),
      ),
    ),
    element('tbody', {}, ...rows),
  ),
];

/** A setting: what it is, what policy asks of it, who moved it. */
export const settingRow = ({
  setting,
  meaning,
  value,
  isSet,
  rules,
  moves,
  isFresh,
}: SettingView): HTMLTableRowElement =>
  element(
    'tr',
    { class: isFresh ? 'fresh' : undefined },
    element('th', { scope: 'row' }, wholeName(setting), element('small', { class: 'line' }, meaning)),
    element(
      'td',
      { 'data-label': 'Now' },
      element('code', { class: isSet ? 'value' : 'value unset' }, outside(value)),
    ),
    element('td', { 'data-label': 'Policy' }, ...rules.map(rulePart)),
    element('td', { 'data-label': 'Changed' }, ...moves.map(movePart)),
  );

const rulePart = ({ rule, at, severity, required, why, holds, note }: RuleView): HTMLElement =>
  element(
    'div',
    { class: `rule ${holds ? 'holds' : 'broken'}`, title: `${at}: ${why}` },
    icon(holds ? 'check' : 'cross'),
    element(
      'span',
      {},
      element('span', { class: 'unseen' }, holds ? 'as required: ' : 'not as required: '),
      outside(required),
      element(
        'small',
        { class: 'line' },
        outside(rule),
        ' ',
        element('span', { class: `severity ${severity}` }, severity),
        ...(note === undefined ? [] : [' ', outside(note)]),
        ...(holds ? [] : [element('br'), outside(why)]),
      ),
    ),
  );

const movePart = ({ from, to, at, call, by, isLifeguard }: SettingMoveView): HTMLElement =>
  element(
    'div',
    { class: `moved ${isLifeguard ? 'lifeguard' : 'somebody'}`, title: call },
    icon(isLifeguard ? 'ring' : 'person'),
    element('span', {}, move(from, to), element('small', { class: 'line' }, outside(by), ' ', moment(at))),
  );
