import { element, outside } from './element.ts';

/** The last part of a setting's name, with the part before it where the last alone says too little. */
export const shortSetting = (path: string): string => {
  const parts = path.split('.');
  const last = parts.at(-1) ?? path;
  return last.length > 12 ? last : parts.slice(-2).join('.');
};

/** A setting's short name, with the whole one at hand. */
export const shortName = (path: string): HTMLElement =>
  element('code', { class: 'setting', title: path }, shortSetting(path));

/** A setting's whole name, its last part the strongest; it breaks at dots. */
export const wholeName = (path: string): HTMLElement => {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  return element(
    'code',
    { class: 'setting' },
    element(
      'span',
      { class: 'prefix' },
      ...parts.flatMap((part) => [`${part}.`, document.createElement('wbr')]),
    ),
    element('strong', {}, last),
  );
};

/** From what to what. */
export const move = (from: string, to: string): HTMLElement =>
  element(
    'span',
    { class: 'move' },
    element('span', { class: 'from' }, outside(from)),
    element('span', { class: 'arrow', 'aria-hidden': 'true' }, ' → '),
    element('span', { class: 'unseen' }, ' to '),
    element('span', { class: 'to' }, outside(to)),
  );
