type Attributes = { readonly [name: string]: string | boolean | undefined };
type Child = Node | string | undefined;

const fill = <Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made => {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

/**
 * Makes an element. Children that are strings become text nodes: nothing that comes from outside is ever markup.
 * Attributes that lead anywhere or run anything are never made from data.
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => fill(document.createElement(tag), attributes, children);

/** Text from outside, kept apart from what stands around it: it may run from right to left. */
export const outside = (text: string, className?: string): HTMLElement =>
  element('bdi', { class: className }, text);

const svg = 'http://www.w3.org/2000/svg';

/** Strokes on a grid of 16 by 16. */
const strokes = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  warn: 'M8 3.5v5.5M8 12v.500',
  minus: 'M4.5 8h7',
  dot: 'M8 9a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
  person: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3.5 13.5c.5-2.5 2.3-3.5 4.5-3.5s4 1 4.5 3.5',
  ring: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
} as const;

export type IconName = keyof typeof strokes;

/** A small picture; what it says stands beside it in words, too. */
export const icon = (name: IconName): SVGSVGElement => {
  const path = fill(document.createElementNS(svg, 'path'), { d: strokes[name] }, []);
  return fill(
    document.createElementNS(svg, 'svg'),
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    [path],
  );
};

/** The element of the page with this id. */
export const byId = <Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} ${id}.`);
  return found;
};
