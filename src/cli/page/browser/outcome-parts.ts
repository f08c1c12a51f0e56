import type { FindingView, OutcomeView } from '../page-data.ts';
import { copyable } from './copyable.ts';
import { element, icon, outside } from './element.ts';
import { folded, moveList } from './folded.ts';
import { move, shortName, wholeName } from './setting-name.ts';

/** What an outcome says below its title: findings, refusals, and folded the rules and the plan. */
export const outcomeParts = (entry: OutcomeView): readonly HTMLElement[] => {
  const { reason, remarks, findings, refusals, sideEffects } = entry;
  return [
    ...(reason === undefined ? [] : [element('p', {}, outside(reason))]),
    ...remarks.map((remark) => element('p', { class: 'remark' }, outside(remark))),
    ...(findings.length === 0 ? [] : [element('ul', { class: 'moves' }, ...findings.map(findingItem))]),
    ...refusals.map(({ code, reason: why, next }) =>
      element(
        'div',
        { class: 'refusal' },
        element('p', {}, element('strong', {}, 'Refused: ', element('code', {}, code)), ' ', outside(why)),
        element('p', {}, element('strong', {}, 'Do: '), outside(next)),
      ),
    ),
    ...(sideEffects.length === 0
      ? []
      : [element('p', { class: 'remark' }, 'Moved besides, and no plan named it:'), moveList(sideEffects)]),
    ...(findings.length + entry.plan.length === 0 ? [] : [folded('Rules and plan', ...planParts(entry))]),
  ];
};

const marks = {
  'put-right': ['check', 'put right'],
  standing: ['cross', 'stands'],
  left: ['minus', 'left as it is'],
} as const;

const findingItem = ({ setting, found, now, required, state, note }: FindingView): HTMLElement => {
  const [picture, said] = marks[state];
  return element(
    'li',
    { class: state },
    icon(picture),
    element(
      'div',
      {},
      element('span', { class: 'unseen' }, `${said}: `),
      shortName(setting),
      ' ',
      found === now ? element('span', { class: 'found' }, outside(found)) : move(found, now),
      ' ',
      element(
        'small',
        {},
        'must be ',
        outside(required),
        ...(note === undefined ? [] : [' · ', outside(note)]),
      ),
    ),
  );
};

const planParts = ({ findings, plan, carried, undo, outcomeId }: OutcomeView): readonly HTMLElement[] => [
  ...(findings.length === 0
    ? []
    : [
        element('h4', {}, 'Rules'),
        element(
          'ul',
          { class: 'facts' },
          ...findings.map(({ rule, severity, at, why }) =>
            element(
              'li',
              {},
              element('strong', {}, outside(rule)),
              ' ',
              element('span', { class: `severity ${severity}` }, severity),
              ' ',
              element('small', {}, outside(at)),
              element('br'),
              outside(why),
            ),
          ),
        ),
      ]),
  ...(plan.length === 0
    ? []
    : [
        element('h4', {}, 'Plan'),
        element(
          'ul',
          { class: 'facts' },
          ...plan.map(({ setting, from, to, because }) =>
            element(
              'li',
              {},
              wholeName(setting),
              ' ',
              move(from, to),
              ...because.map((reason) => element('small', { class: 'line' }, outside(reason))),
            ),
          ),
          ...(carried === undefined ? [] : [element('li', {}, carried)]),
        ),
      ]),
  element('p', {}, element('small', {}, 'Outcome ', outside(outcomeId))),
  ...(undo === undefined ? [] : [copyable(`npx ${undo}`, 'take this fix back')]),
];
