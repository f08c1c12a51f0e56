import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandCalled } from '../cli/command-called.ts';

const pages = ['README.md', ...globSync('docs/*.md')];

const typed = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/(?:^ *|`)npx (lifeguard [a-z][^`\n#|]+)/gm)].map(
    ([, command = '']) => [page, command.trim()] as const,
  ),
);

describe('a command that the docs have people type', () => {
  it('is in the README and in the page for incidents', () => {
    expect(new Set(typed.map(([page]) => page))).toContain('README.md');
    expect(typed.filter(([page]) => page === 'docs/incidents.md').length).toBeGreaterThan(6);
  });

  it.each(typed)('is one that the command line takes, in %s: %s', async (_, command) => {
    expect(command.startsWith((await commandCalled(command)) ?? 'none')).toBe(true);
  });
});
