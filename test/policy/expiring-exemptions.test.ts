import { describe, expect, it } from 'vitest';
import { expiringExemptions } from '../../src/policy/expiring-exemptions.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { anExemption } from '../support/an-exemption.ts';

const exemption = anExemption();
const policies = aPolicySet({ exemptions: [exemption] });

describe('expiringExemptions', () => {
  it.each([
    ['2026-11-17', 'ends on 2026-12-01, in 14 days: after that day its rules count again.'],
    ['2026-11-30', 'ends on 2026-12-01, tomorrow: after that day its rules count again.'],
    ['2026-12-01', 'ends on 2026-12-01, today: after that day its rules count again.'],
    ['2026-12-02', 'ended on 2026-12-01: its rules count again. Take it away, or have it granted again.'],
  ])('says on %s that it %s', (today, message) => {
    expect(expiringExemptions(policies, today)).toEqual([
      { ...exemption.source, message: `The exemption SEC-1 ${message}` },
    ]);
  });

  it('says nothing more than two weeks before', () => {
    expect(expiringExemptions(policies, '2026-11-16')).toEqual([]);
  });
});
