import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalCodes } from '../../src/remediation/refusal.ts';
import { refusalWords } from '../../src/remediation/refusal-words.ts';

const page = readFileSync(new URL('../../docs/refusals.md', import.meta.url), 'utf8');

const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.+) \| (.+) \|$/gm)].map(([, code, means, next]) => ({
  code,
  means,
  next,
}));

describe('docs/refusals.md', () => {
  it('has one row for each refusal, and no other', () => {
    expect(rows.map(({ code }) => code).toSorted()).toEqual([...refusalCodes].toSorted());
  });

  it('has the refusals in the order in which the code has them', () => {
    expect(rows.map(({ code }) => code)).toEqual(refusalCodes);
  });

  it('says what the command line says of each', () => {
    expect(Object.fromEntries(rows.map(({ code, means, next }) => [code, { means, next }]))).toEqual(
      refusalWords,
    );
  });

  it.each(rows)('says in sentences what $code means and what to do', ({ means, next }) => {
    expect([means, next]).toEqual([
      expect.stringMatching(/^[A-Z].+\.$/),
      expect.stringMatching(/^[A-Z].+[.]$/),
    ]);
  });
});
