import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { performedText } from '../../../src/cli/report/rehearsal-text.ts';
import { anOutcome } from '../../support/an-outcome.ts';

it('A leaf that differs is named, and a pool that somebody else put right is said to be', () => {
  const outcome = { ...anOutcome(), kind: 'compliant' } as const;

  const text = stripVTControlCharacters(
    performedText({ outcome, moved: ['UserPool.UserPoolTags.a\u001b[2J'], leaves: 40 }),
  );

  expect(text).toContain('1 differ: UserPool.UserPoolTags.a\\u001b[2J');
  expect(text).toContain('the outcome is compliant');
});
