import { describe, expect, it } from 'vitest';
import { fitted } from '../../../src/cli/terminal/fitted.ts';

const shown = (width: number, ...lines: readonly string[]): readonly string[] =>
  fitted(lines.join('\n'), width).split('\n');

describe('a line that is too wide for the terminal', () => {
  it('goes on indented below its beginning', () => {
    expect(
      shown(60, '    UserPoolAddOns.AdvancedSecurityMode is OFF; required: ENFORCED by policy.'),
    ).toEqual(['    UserPoolAddOns.AdvancedSecurityMode is OFF; required:', '      ENFORCED by policy.']);
  });

  it('goes on below the text of its last column', () => {
    expect(
      shown(60, 'ok   trail    The trail management-events logs the writing calls of eu-west-1.'),
    ).toEqual([
      'ok   trail    The trail management-events logs the writing',
      '              calls of eu-west-1.',
    ]);
  });

  it('has columns that find no room on lines of their own, where sentences would have none beside them', () => {
    expect(
      shown(60, '  ✗ recovery-order  medium  policies/baseline.yaml:149  debt since 2026-11-03: left'),
    ).toEqual(['  ✗ recovery-order  medium  policies/baseline.yaml:149', '    debt since 2026-11-03: left']);
  });

  it('begins near the margin where its indentation leaves no room', () => {
    expect(shown(50, `${' '.repeat(26)}→ Run the command again in an hour.`)).toEqual([
      '  → Run the command again in an hour.',
    ]);
  });

  it('is left as it is where nobody could read it: to break it would take very long', () => {
    const line = 'word '.repeat(100_000);

    expect(fitted(line, 80)).toBe(line);
  });

  it('keeps an address and a command whole, on lines of their own', () => {
    const url = `https://console.aws.amazon.com/${'x'.repeat(40)}`;

    expect(shown(40, `See ${url} or: lifeguard apply --pool eu-west-1_AbCdEf123 --region eu-west-1`)).toEqual(
      ['See', `  ${url}`, '  or:', '  lifeguard apply --pool eu-west-1_AbCdEf123 --region eu-west-1'],
    );
  });

  it('counts characters of Asian scripts as two columns, and colour codes as none', () => {
    expect(shown(12, '日本語 日本語', '\u001b[31mred and red\u001b[39m')).toEqual([
      '日本語',
      '  日本語',
      '\u001b[31mred and red\u001b[39m',
    ]);
  });

  it('closes a colour at its break, and opens it again', () => {
    expect(shown(20, '\u001b[31mred, and still red after it\u001b[39m')).toEqual([
      '\u001b[31mred, and still red\u001b[39m',
      '  \u001b[31mafter it\u001b[39m',
    ]);
  });
});

it('a line that fits is left as it is, empty ones too', () => {
  expect(shown(20, 'Next', '', '  four   columns', '')).toEqual(['Next', '', '  four   columns', '']);
});
