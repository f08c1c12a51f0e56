import type { CommandView } from '../page-data.ts';
import { copyable } from './copyable.ts';
import { element } from './element.ts';

/** What stands where there is nothing to show: why, and what to type. */
export const emptyPart = (
  text: string,
  commands: readonly CommandView[],
  name: CommandView['name'],
): HTMLElement =>
  element(
    'div',
    { class: 'empty' },
    element('p', {}, text),
    ...commands
      .filter((command) => command.name === name)
      .map(({ text: typed, does }) => copyable(typed, does)),
  );
