/**
 * A piece of a sentence. A bare string is our own; the rest came from outside (names, values, callers,
 * AWS's messages), so that a renderer can't forget to make it inert. `value` stands for one thing and is
 * shown as such; `prose` is a sentence.
 */
export type Part = string | { readonly kind: 'value' | 'prose'; readonly text: string };

export type Words = readonly Part[];

/** A sentence of ours; every string put into it counts as a value from outside. */
export const words = (own: TemplateStringsArray, ...outside: readonly (string | number | Words)[]): Words =>
  own
    .flatMap((text, index): Words => {
      const next = outside[index];
      if (next === undefined) return [text];
      if (typeof next === 'string') return [text, { kind: 'value', text: next }];
      return typeof next === 'number' ? [text, String(next)] : [text, ...next];
    })
    .filter((part) => part !== '');

/** A whole sentence from outside: a reason, a rule's why. */
export const prose = (text: string): Words => [{ kind: 'prose', text }];

/** Puts sentences or list items one after the other. */
export const joinWords = (items: readonly Words[], separator: string): Words =>
  items.flatMap((item, index) => (index === 0 ? item : [separator, ...item]));

/** Turns words into text, every outside part by the renderer's own hand. */
export const showWords = (
  text: Words,
  show: (outside: Exclude<Part, string>) => string,
  own: (text: string) => string = (ours) => ours,
): string => text.map((part) => (typeof part === 'string' ? own(part) : show(part))).join('');
