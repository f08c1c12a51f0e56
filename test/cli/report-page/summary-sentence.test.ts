import { describe, expect, it } from 'vitest';
import { share, summarySentence } from '../../../src/cli/report-page/model/summary-sentence.ts';
import type { Totals } from '../../../src/cli/report-page/model/totals.ts';

const totals = (overrides: Partial<Totals> = {}): Totals => ({
  pools: 0,
  compliant: 0,
  violating: 0,
  unbound: 0,
  unread: 0,
  violations: 0,
  bySeverity: { critical: 0, high: 0, medium: 0, low: 0 },
  debt: 0,
  refused: 0,
  exempted: 0,
  undetermined: 0,
  checks: 0,
  ...overrides,
});

describe('the one sentence of a report', () => {
  it('says that there is nothing', () => {
    expect(summarySentence(totals(), true)).toBe('No user pool was found.');
  });

  it('says that all is well', () => {
    expect(summarySentence(totals({ pools: 2, compliant: 2 }), true)).toBe(
      '2 of 2 user pools (100%) keep every rule.',
    );
  });

  it('says how many pools break rules, how badly, and whose turn it is', () => {
    const many = totals({
      pools: 9,
      compliant: 4,
      violating: 3,
      unbound: 1,
      unread: 1,
      violations: 6,
      bySeverity: { critical: 1, high: 0, medium: 5, low: 0 },
      debt: 2,
      refused: 1,
      exempted: 1,
    });

    expect(summarySentence(many, true)).toBe(
      '4 of 9 user pools (44%) keep every rule; 3 break rules: 1 critical, 5 medium violations (2 older than Lifeguard or the rule, 1 that a person must put right); 1 difference is allowed by an exemption for a time; no rule speaks of 1; 1 could not be read, and nobody can say how it stands.',
    );
  });

  it('says nothing of debt where no ledger was read', () => {
    const one = totals({
      pools: 1,
      violating: 1,
      violations: 1,
      debt: 1,
      bySeverity: { critical: 0, high: 1, medium: 0, low: 0 },
    });

    expect(summarySentence(one, false)).toBe(
      '0 of 1 user pool (0%) keeps every rule; 1 breaks rules: 1 high violation.',
    );
  });

  it('says 100% and 0% only where it is all or nothing', () => {
    expect([share(999, 1000), share(1, 1000), share(0, 3), share(3, 3), share(0, 0)]).toEqual([
      '99%',
      '1%',
      '0%',
      '100%',
      '0%',
    ]);
  });
});
