type Attributes = { readonly [name: string]: string | number | boolean | undefined };
type Child = Node | string | undefined | false;

/** Text from outside: what can't be seen or turns the reading direction is shown by its number. */
export const visible = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === '\n' || character === '\t') return ' ';
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });

/**
 * Makes an element. Children that are strings become text nodes: nothing that comes from outside is ever markup.
 * Attributes that lead anywhere or run anything are never made from data.
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : visible(String(value)));
  made.append(
    ...children
      .filter((child) => child !== undefined && child !== false)
      .map((child) => (typeof child === 'string' ? visible(child) : child)),
  );
  return made;
};

/** Text from outside, kept apart from what stands around it: it may run from right to left. */
export const outside = (text: string): HTMLElement => element('bdi', {}, text);

/** The element of the page with this id; undefined where the report has no such part. */
export const byId = (id: string): HTMLElement | undefined => document.getElementById(id) ?? undefined;
