import { visible } from '../visible.ts';

type Attributes = { readonly [name: string]: string | number | boolean | undefined };
type Child = Node | string | undefined | false;

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
