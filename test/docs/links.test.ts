import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'policies/README.md',
  'events/README.md',
  ...globSync('docs/*.md'),
];

const textOf = (page: string): string => readFileSync(page, 'utf8');

/** What stands in code is no link and no heading. */
const proseOf = (page: string): string => textOf(page).replace(/^ *```[\s\S]*?^ *```$/gm, '');

/** As GitHub makes a heading's anchor. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replace(/ /g, '-');

const anchorsIn = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

const links = pages.flatMap((page) =>
  [...proseOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, path = '', anchor]) => ({
    page,
    to: path === '' ? page : join(dirname(page), path),
    anchor,
  })),
);

describe('a link from one document to another', () => {
  it('is in most documents', () => {
    expect(new Set(links.map(({ page }) => page)).size).toBeGreaterThan(15);
  });

  it('leads to a file that is there', () => {
    expect(links.filter(({ to }) => !existsSync(to))).toEqual([]);
  });

  it('leads to a heading that is there', () => {
    const dead = links.filter(
      ({ to, anchor }) => anchor !== undefined && to.endsWith('.md') && !anchorsIn(to).includes(anchor),
    );

    expect(dead).toEqual([]);
  });
});
