import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { inert } from '../../../src/cli/report/inert.ts';
import { fitted } from '../../../src/cli/terminal/fitted.ts';
import { hostileText } from '../../notify/hostile-outcomes.ts';

const numRuns = 150;

const commands = [
  'lifeguard apply --pool eu-west-1_AbCdEf123',
  'npx lifeguard pause --account --for 4h --reason "sign-in is failing"',
  'export AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1',
] as const;

const arn = 'arn:aws:iam::111122223333:role/a-role-with-a-long-name';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zé.,:;✗→]{1,12}$/) },
  fc.constantFrom('日本語', '한국어를', '👩‍🚒', '😀', 'e\u0301', arn),
  fc.constantFrom(...commands),
);

const painted = fc
  .tuple(fc.constantFrom('1', '2', '31', '35'), fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([code, words]) => `\u001b[${code}m${words.join(' ')}\u001b[${Number(code) < 3 ? 22 : 39}m`);

const sentence = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, painted), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));

const line = fc
  .tuple(fc.nat(24), fc.array(sentence, { minLength: 1, maxLength: 4 }))
  .map(([indent, columns]) => ' '.repeat(indent) + columns.join('  '));

const text = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));

const width = fc.integer({ min: 20, max: 140 });

const wordsOf = (shown: string): readonly string[] =>
  stripVTControlCharacters(shown)
    .normalize()
    .split(/[ \n]+/)
    .filter((each) => each !== '');

const plainLines = (shown: string): readonly string[] => stripVTControlCharacters(shown).split('\n');

describe('text in the width of a terminal', () => {
  it('has every word, in its order', () => {
    fc.assert(
      fc.property(text, width, (whole, columns) => {
        expect(wordsOf(fitted(whole, columns))).toEqual(wordsOf(whole));
      }),
      { numRuns },
    );
  });

  it('has no line wider than that, but for one word or one command', () => {
    fc.assert(
      fc.property(text, width, (whole, columns) => {
        const wide = plainLines(fitted(whole, columns)).filter((row) => stringWidth(row) > columns);

        // An ARN behind a command is taken for what the command takes.
        for (const row of wide)
          expect(
            [...commands, arn].reduce((rest, each) => rest.replaceAll(each, ''), row).trim(),
          ).not.toContain(' ');
      }),
      { numRuns },
    );
  });

  it('breaks no command', () => {
    fc.assert(
      fc.property(text, width, (whole, columns) => {
        const shown = stripVTControlCharacters(fitted(whole, columns));

        for (const command of commands)
          expect(shown.split(command)).toHaveLength(stripVTControlCharacters(whole).split(command).length);
      }),
      { numRuns },
    );
  });

  it('goes on deeper than its line begins, but where that is too far to the right', () => {
    fc.assert(
      fc.property(line, width, (whole, columns) => {
        const indentOf = (row: string): number => /^ */.exec(row)?.[0].length ?? 0;
        const [first = '', ...more] = plainLines(fitted(whole, columns));

        expect([indentOf(stripVTControlCharacters(whole)), 2]).toContain(indentOf(first));
        for (const row of more) expect(indentOf(row)).toBeGreaterThan(indentOf(first));
      }),
      { numRuns },
    );
  });

  it('is broken where it would be without colours, and each line closes those that it opens', () => {
    fc.assert(
      fc.property(text, width, (whole, columns) => {
        const shown = fitted(whole, columns);

        expect(stripVTControlCharacters(shown)).toBe(fitted(stripVTControlCharacters(whole), columns));
        for (const row of shown.split('\n')) {
          const codes = row.split('\u001b').slice(1);
          expect(codes.filter((code) => /^\[(22|39)m/.test(code))).toHaveLength(codes.length / 2);
        }
      }),
      { numRuns },
    );
  });

  it('loses nothing of what somebody else has named', () => {
    fc.assert(
      fc.property(hostileText.map(inert), width, (whole, columns) => {
        expect(wordsOf(fitted(whole, columns)).join('')).toBe(wordsOf(whole).join(''));
      }),
      { numRuns },
    );
  });
});
