import { describe, expect, it } from 'vitest';
import { cliReference } from '../../build/cli-reference.ts';

/** What docs/cli.md has of a command. */
const sectionOf = (path: string): string => {
  const [, section = ''] = cliReference().split(`\n### ${path}\n`);
  return section.split('\n### ')[0] ?? '';
};

describe('docs/cli.md', () => {
  it('lists the options that a subcommand has from the command above it, and not the program’s', () => {
    const reset = sectionOf('lifeguard breaker reset');

    for (const option of ['--region', '--ledger', '--stage']) expect(reset).toContain(`\`${option} <`);
    expect(reset).not.toContain('--version');
  });
});
