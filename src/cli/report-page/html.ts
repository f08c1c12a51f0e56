import { visible } from './visible.ts';

/** Markup that is safe to put into a page as it is. Only `html` and the page's own files make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | undefined | false | readonly Part[];

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text from outside as text of a page or as a quoted attribute, with all of it to be seen. */
export const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');

const shown = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(shown).join('');
};

/** Makes markup: everything that is put in is escaped, unless it was made here itself. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.map((text, place) => `${text}${shown(parts[place])}`).join(''));

/** Text from outside, kept apart from what stands around it: it may run from right to left. */
export const outside = (text: string): Markup => html`<bdi>${text}</bdi>`;
