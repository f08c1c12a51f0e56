import { describe, expect, it } from 'vitest';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const asked = { kind: 'asked', eventTime: '2026-11-23T09:14:07Z' } as const;
const told = aCall({ call: 'CreateUserPoolClient', governed: false });
const exempt = aFinding({
  now: 8,
  exemption: {
    ticket: 'SEC-204',
    approver: 'security@example.com',
    reason: 'A pool without people in it.',
    expires: '2026-12-31',
    at: 'policies/exemptions.yaml:3',
  },
});

const { pool: _, ...poolless } = anUnwrittenOutcome({ kind: 'failed' });

describe('noticeOf', () => {
  it.each<[string, Outcome]>([
    ['a compliant pool', anUnwrittenOutcome({ kind: 'compliant', findings: [] })],
    ['a compliant pool of a sweep', anUnwrittenOutcome({ kind: 'compliant', findings: [], causes: [] })],
    [
      'a trigger covered by another look',
      anUnwrittenOutcome({ kind: 'covered', findings: [], causes: [told] }),
    ],
    ['an ignored event', anUnwrittenOutcome({ kind: 'ignored', findings: [], causes: [told] })],
    ['a plan that a person asked for', anUnwrittenOutcome({ kind: 'planned', causes: [asked] })],
    ['a pool that is gone without a deletion', anUnwrittenOutcome({ kind: 'gone', findings: [] })],
    ['findings that somebody accepted', anUnwrittenOutcome({ findings: [exempt] })],
    ['a pause with nothing to put right', anUnwrittenOutcome({ kind: 'paused', findings: [] })],
    ['an outcome without a pool', poolless],
  ])('is silent about %s', (_case, outcome) => {
    expect(noticeOf(outcome, {})).toBeUndefined();
  });

  it.each<[string, Outcome]>([
    [
      'a call that no policy speaks of, on a compliant pool',
      anUnwrittenOutcome({ kind: 'compliant', findings: [], causes: [told] }),
    ],
    ['the same on a paused pool', anUnwrittenOutcome({ kind: 'paused', findings: [], causes: [told] })],
    ['a difference that is only told', anUnwrittenOutcome()],
    ['a plan that an event led to', anUnwrittenOutcome({ kind: 'planned' })],
    ['a failure that found nothing', anUnwrittenOutcome({ kind: 'failed', findings: [], causes: [] })],
    [
      'a deletion',
      anUnwrittenOutcome({
        kind: 'gone',
        findings: [],
        causes: [aCall({ call: 'DeleteUserPool', governed: false })],
      }),
    ],
  ])('tells of %s', (_case, outcome) => {
    expect(noticeOf(outcome, {})).toMatchObject({ id: outcome.id, kind: outcome.kind });
  });

  it('says how many more calls there were than the outcome names', () => {
    const notice = aNotice(anOutcome({ causesOmitted: 480 }));

    expect(emailText(notice).body).toMatch(/^ +and 480 more calls$/m);
    expect(noticeEvent(notice)).toMatchObject({ causesOmitted: 480 });
  });

  it('counts a setting as fixed where all its rules hold now', () => {
    const outcome = anOutcome({
      findings: [aFinding(), aFinding({ rule: 'longer', required: 'at least 20', resolved: false })],
    });

    expect(aNotice(outcome).settings).toMatchObject([
      { found: 8, now: 14, required: ['at least 14', 'at least 20'], fixed: false },
    ]);
  });

  it.each([
    [
      'a finding',
      {
        findings: [
          aFinding({
            setting: 'SmsConfiguration.ExternalId',
            found: 's3cret',
            now: 's3cret',
            required: 'equals s3cret',
          }),
        ],
      },
    ],
    [
      'the mirrored setting of a finding',
      {
        findings: [
          aFinding({
            setting: 'SmsMfaConfiguration.SmsConfiguration.ExternalId',
            found: 's3cret',
            now: 's3cret',
          }),
        ],
      },
    ],
    [
      'the EUMS twin',
      {
        findings: [
          aFinding({ setting: 'SmsConfiguration.EumsSms.ExternalId', found: 's3cret', now: 's3cret' }),
        ],
      },
    ],
    [
      'a change',
      {
        changes: [
          {
            setting: 'SmsConfiguration.ExternalId',
            from: 's3cret',
            to: 's3cret',
            because: [{ kind: 'rule', rule: 'x', at: 'x:1' }],
          },
        ],
      },
    ],
    [
      'a side effect',
      { sideEffects: [{ path: 'UserPool.SmsConfiguration.ExternalId', from: 's3cret', to: 's3cret' }] },
    ],
    [
      'a side effect on the whole structure',
      { sideEffects: [{ path: 'SmsConfiguration', from: '{"ExternalId":"s3cret"}', to: 's3cret' }] },
    ],
  ] satisfies [string, Partial<Outcome>][])('hides the SMS external id of %s', (_case, overrides) => {
    const notice = aNotice(anOutcome(overrides));

    expect(JSON.stringify([notice, noticeEvent(notice)])).not.toContain('s3cret');
  });

  it('is urgent and one step graver where a write failed', () => {
    const medium = aFinding({ severity: 'medium', now: 8 });

    expect(aNotice(anUnwrittenOutcome({ kind: 'failed', findings: [medium] }))).toMatchObject({
      urgent: true,
      severity: 'high',
    });
    expect(aNotice(anUnwrittenOutcome({ kind: 'failed', findings: [] }))).toMatchObject({
      urgent: true,
      severity: 'high',
    });
    expect(aNotice(anUnwrittenOutcome({ kind: 'partly' }))).toMatchObject({
      urgent: true,
      severity: 'critical',
    });
  });

  it.each([
    ['critical', true],
    ['high', true],
    ['medium', false],
    ['low', false],
  ] as const)('takes an unsatisfied %s rule for urgent: %s', (severity, urgent) => {
    expect(aNotice(anUnwrittenOutcome({ findings: [aFinding({ severity, now: 8 })] }))).toMatchObject({
      urgent,
      severity,
    });
  });

  it('is calm about a critical rule that holds again', () => {
    expect(aNotice(anOutcome({ findings: [aFinding({ severity: 'critical' })] }))).toMatchObject({
      urgent: false,
      severity: 'critical',
    });
  });

  it('takes its severity from what nobody accepted', () => {
    const notice = aNotice(
      anOutcome({ findings: [aFinding({ severity: 'low' }), { ...exempt, severity: 'critical' }] }),
    );

    expect(notice).toMatchObject({ urgent: false, severity: 'low' });
  });
});
