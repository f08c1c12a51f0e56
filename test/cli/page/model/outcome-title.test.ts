import { describe, expect, it } from 'vitest';
import { outcomeTitle } from '../../../../src/cli/page/model/outcome-title.ts';
import type { Outcome } from '../../../../src/remediation/outcome.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../../../support/an-outcome.ts';

const refusal = { code: 'needs-tier', settings: [], reason: 'It needs PLUS.', next: 'Move it.' } as const;

const titled: readonly (readonly [string, string, Outcome])[] = [
  ['Put right in 34 s', 'good', anOutcome()],
  ['Put right in 0.3 s', 'good', anOutcome({ fixedAt: '2026-11-23T09:14:07.300Z' })],
  ['Put right in 0.1 s', 'good', anOutcome({ fixedAt: '2026-11-23T09:14:07.000Z' })],
  ['Put right in 5 min', 'good', anOutcome({ fixedAt: '2026-11-23T09:19:07.000Z' })],
  ['Put right', 'good', anOutcome({ fixedAt: '2026-11-23T09:14:06.000Z' })],
  ['Put right', 'good', anOutcome({ fixedAt: 'soon' })],
  ['Partly put right in 34 s; refused: needs-tier', 'warning', anOutcome({ refusals: [refusal, refusal] })],
  [
    'Broke off: 1 of 2 findings put right',
    'bad',
    anOutcome({ kind: 'partly', findings: [aFinding(), aFinding({ now: 8 })] }),
  ],
  ['Not put right, refused: needs-tier', 'bad', anUnwrittenOutcome({ kind: 'refused', refusals: [refusal] })],
  ['Failed to put right', 'bad', anUnwrittenOutcome({ kind: 'failed' })],
  ['Would be put right', 'warning', anUnwrittenOutcome({ kind: 'planned' })],
  ['Against policy, left as it is', 'warning', anUnwrittenOutcome()],
  ['Paused: nothing is written', 'warning', anUnwrittenOutcome({ kind: 'paused' })],
];

describe('the title of an outcome', () => {
  it.each(titled)('%s, which is %s', (title, tone, outcome) => {
    expect(outcomeTitle(outcome, '2026-11-23T09:14:07.000Z', true)).toEqual({ title, tone });
  });

  it.each(['reported', 'paused', 'gone', 'compliant', 'covered', 'ignored'] as const)(
    'is no alarm where nobody is told of it: %s',
    (kind) => {
      expect(outcomeTitle(anUnwrittenOutcome({ kind }), undefined, false).tone).toBe('quiet');
    },
  );
});
