import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../../src/cli/listing/verdicts-of.ts';
import { aFinding, anUnwrittenOutcome } from '../../support/an-outcome.ts';

const setting = 'Policies.PasswordPolicy.MinimumLength';
const change = {
  setting,
  from: 8,
  to: 14,
  because: [{ kind: 'rule', rule: 'password-minimum-length', at: 'policies/baseline.yaml:14' }],
} as const;
const policies = { policies: [] };
const finding = aFinding({ now: 8 });

describe('the verdicts of an outcome', () => {
  it('have what would be set, and how it is put right', () => {
    const outcome = anUnwrittenOutcome({ kind: 'planned', findings: [finding], changes: [change] });

    expect(verdictsOf(outcome, policies)).toMatchObject([
      {
        status: 'violation',
        subject: { name: 'checkout-users' },
        at: { file: 'policies/baseline.yaml', line: 14 },
        to: 14,
        next: 'lifeguard plan --pool eu-west-1_AbCdEf123 shows what would be done, lifeguard apply does it.',
      },
    ]);
  });

  it('say of a rule that only notifies that it is broken, and of nothing to do', () => {
    const outcome = anUnwrittenOutcome({ findings: [{ ...finding, mode: 'notify' }] });

    const [verdict] = verdictsOf(outcome, policies);

    expect(verdict).toMatchObject({
      status: 'violation',
      message: `${setting} is 8, and must be at least 14.`,
    });
    expect(verdict).not.toHaveProperty('to');
    expect(verdict).not.toHaveProperty('next');
  });

  it('are refused where the change is, with what a person can do', () => {
    const refusal = {
      code: 'needs-tier',
      settings: [setting],
      reason: 'A reason.',
      next: 'A step.',
    } as const;
    const outcome = anUnwrittenOutcome({ kind: 'refused', findings: [finding], refusals: [refusal] });

    expect(verdictsOf(outcome, policies)).toMatchObject([
      { status: 'refused', next: 'A step.', message: expect.stringContaining('A reason.') },
    ]);
  });

  it('are refused where a refusal is about another setting that nothing was found of', () => {
    const refusal = { code: 'replica', settings: ['UserPoolTier'], reason: 'A.', next: 'B.' } as const;
    const outcome = anUnwrittenOutcome({ kind: 'refused', findings: [finding], refusals: [refusal] });

    expect(verdictsOf(outcome, policies)).toMatchObject([{ status: 'refused', next: 'B.' }]);
  });

  it('name what ends the rest of a rule after an undo', () => {
    const left = { kind: 'undone', outcome: 'outcome-7', until: '2026-11-27T09:02:00.000Z' } as const;

    expect(verdictsOf(anUnwrittenOutcome({ findings: [{ ...finding, left }] }), policies)).toMatchObject([
      {
        status: 'violation',
        message: expect.stringContaining('outcome outcome-7 was undone'),
        next: 'lifeguard resume eu-west-1_AbCdEf123 --after-undo --region eu-west-1 ends the rest.',
      },
    ]);
  });

  it('are exempted under an exemption, with who granted it', () => {
    const exemption = {
      ticket: 'SEC-1',
      approver: 'ada@example.com',
      reason: 'A partner.',
      expires: '2026-12-01',
      at: 'policies/exemptions.yaml:3',
    };
    const outcome = anUnwrittenOutcome({ findings: [{ ...finding, mode: 'notify', exemption }] });

    expect(verdictsOf(outcome, policies)).toMatchObject([
      { status: 'exempted', message: expect.stringContaining('ada@example.com (SEC-1)') },
    ]);
  });

  it('hide what is secret', () => {
    const secret = aFinding({ setting: 'SmsConfiguration.ExternalId', found: 's3cret', now: 's3cret' });

    const verdicts = verdictsOf(anUnwrittenOutcome({ findings: [secret] }), policies);

    expect(JSON.stringify(verdicts)).toContain('(hidden)');
    expect(JSON.stringify(verdicts)).not.toContain('s3cret');
  });

  it('of a pool that is gone are none', () => {
    expect(verdictsOf(anUnwrittenOutcome({ kind: 'gone', findings: [] }), policies)).toEqual([]);
  });
});
