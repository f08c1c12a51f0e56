import type { MoveView } from '../page-data.ts';
import { element } from './element.ts';
import { move, shortName } from './setting-name.ts';

/** Parts that a person unfolds. */
export const folded = (summary: string, ...parts: readonly Node[]): HTMLElement =>
  element('details', {}, element('summary', {}, summary), ...parts);

/** What moved, a line each. */
export const moveList = (moves: readonly MoveView[]): HTMLElement =>
  element(
    'ul',
    { class: 'moves' },
    ...moves.map(({ setting, from, to }) =>
      element('li', {}, element('div', {}, shortName(setting), ' ', move(from, to))),
    ),
  );
