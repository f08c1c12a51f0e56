import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/remediation/refusal.ts';
import { remainingOf } from '../../src/remediation/remaining.ts';
import { aFinding, anUnwrittenOutcome } from '../support/an-outcome.ts';

const open = aFinding({ now: 8 });
const other = aFinding({ rule: 'threat-protection', now: 'OFF', resolved: false });
const undone = aFinding({
  rule: 'mfa',
  now: 'OFF',
  resolved: false,
  left: { kind: 'undone', outcome: 'an-outcome', until: '2026-11-24T10:00:00.000Z' },
});
const refusal: Refusal = { code: 'needs-tier', settings: [], reason: 'A reason.', next: 'A step.' };
const cost: Refusal = { ...refusal, code: 'cost' };

const remaining = (overrides: Parameters<typeof anUnwrittenOutcome>[0]): string =>
  remainingOf(anUnwrittenOutcome(overrides));

describe('what is still wrong after two outcomes', () => {
  it('is the same in whatever order they name it', () => {
    const left = remaining({ findings: [open, other], refusals: [refusal, cost] });
    const right = remaining({ findings: [other, open], refusals: [cost, refusal] });

    expect(left).toBe(right);
  });

  it('is the same whatever was found and is right now, or is exempt', () => {
    const resolved = aFinding({ rule: 'password-history', now: 14 });
    const exemption = {
      ticket: 'SEC-1',
      approver: 'security@example.com',
      reason: 'A migration.',
      expires: '2026-12-31',
      at: 'policies/exemptions.yaml:3',
    };
    const exempt = aFinding({ rule: 'mfa', now: 'OFF', resolved: false, exemption });

    expect(remaining({ findings: [open, resolved, exempt] })).toBe(remaining({ findings: [open] }));
  });

  it('is the same whatever was there when the pool was first seen', () => {
    const debt = aFinding({
      rule: 'mfa',
      now: 'OFF',
      resolved: false,
      left: { kind: 'debt', since: '2026-11-01' },
    });

    expect(remaining({ findings: [open, debt] })).toBe(remaining({ findings: [open] }));
  });

  it('is the same where a refusal is worded in another way', () => {
    const reworded = { ...refusal, reason: 'Another reason.' };

    expect(remaining({ refusals: [reworded] })).toBe(remaining({ refusals: [refusal] }));
  });

  it('is the same after a refusal and after a report', () => {
    expect(remaining({ kind: 'refused' })).toBe(remaining({ kind: 'reported' }));
  });

  it.each([
    ['a rule is broken that held', { findings: [open, other] }],
    ['a rule is broken that somebody has undone us on', { findings: [open, undone] }],
    ['the rule that is broken is another one', { findings: [aFinding({ rule: 'longer', now: 8 })] }],
    ['the rule is of another policy', { findings: [aFinding({ policy: 'finance', now: 8 })] }],
    ['the setting has another value', { findings: [aFinding({ now: 6, resolved: false })] }],
    ['something is refused that was not', { findings: [open], refusals: [refusal] }],
    ['the look failed', { findings: [open], kind: 'failed' }],
  ] as const)('differs where %s', (_, overrides) => {
    expect(remaining(overrides)).not.toBe(remaining({ findings: [open] }));
  });

  it('differs where something is refused for another reason', () => {
    expect(remaining({ refusals: [cost] })).not.toBe(remaining({ refusals: [refusal] }));
  });
});
