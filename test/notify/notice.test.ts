import { describe, expect, it } from 'vitest';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
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

const swept = { kind: 'sweep', sweep: 'sweep-1', eventTime: '2026-11-23T09:05:00.000Z' } as const;
const debt = aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-03' } });
const resting = aFinding({
  now: 8,
  left: { kind: 'undone', outcome: 'outcome-7', until: '2026-11-24T09:02:00.000Z' },
});
const warOver = { kind: 'war-over', since: '2026-11-22T09:14:41.000Z' } as const;
const denied = { kind: 'denied', error: 'AccessDeniedException' } as const;

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
    ['a remark without a pool', { ...poolless, remarks: [warOver] }],
    ['what a sweep found standing', anUnwrittenOutcome({ causes: [swept] })],
    ['a plan that a sweep led to', anUnwrittenOutcome({ kind: 'planned', causes: [swept] })],
    ['what nobody is known to have asked for', anUnwrittenOutcome({ causes: [] })],
    ['what waits for a person', anUnwrittenOutcome({ findings: [debt] })],
    ['a remark that another look tells', anUnwrittenOutcome({ kind: 'covered', remarks: [warOver] })],
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
    ['what a sweep found beside a call', anUnwrittenOutcome({ causes: [swept, aCall()] })],
    ['what a sweep put right', anOutcome({ causes: [swept] })],
    ['what a sweep could not put right', anUnwrittenOutcome({ kind: 'refused', causes: [swept] })],
    ['a rule that rests', anUnwrittenOutcome({ findings: [resting] })],
    [
      'a remark on a compliant pool of a sweep',
      anUnwrittenOutcome({ kind: 'compliant', findings: [], causes: [swept], remarks: [warOver] }),
    ],
    ['a denied call', anUnwrittenOutcome({ kind: 'ignored', findings: [], remarks: [denied] })],
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

  it.each([
    [6, false],
    [7, true],
  ])('says how many rules it gives no reason for: %d reasons', (many, isCut) => {
    const findings = Array.from({ length: many }, (_, n) => aFinding({ rule: `r${n}`, why: `Reason ${n}.` }));

    expect(/^ +and 1 more rule$/m.test(emailText(aNotice(anOutcome({ findings }))).body)).toBe(isCut);
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

describe('a notice of what waits for a person', () => {
  const notice = aNotice(anOutcome({ findings: [aFinding({ severity: 'low' }), { ...debt, rule: 'old' }] }));

  it('doesn’t count it among the settings, nor for its severity', () => {
    expect(notice).toMatchObject({ severity: 'low', urgent: false, settings: [{ found: 8, now: 14 }] });
  });

  it('lists it with what was found, and gives machines the same', () => {
    expect(emailText(notice).body).toMatch(/^Debt {5}old: found 8, required at least 14, since 2026-11-03$/m);
    expect(noticeEvent(notice)).toMatchObject({
      rules: [{}, { rule: 'old', found: 8, left: { kind: 'debt', since: '2026-11-03' } }],
    });
  });

  it('names the first five and counts the others', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ ...debt, rule: `rule-${index}` }));

    const { body } = emailText(aNotice(anOutcome({ findings: [aFinding(), ...many] })));

    expect(body).toContain('rule-4: found');
    expect(body).not.toContain('rule-5: found');
    expect(body).toMatch(/^ +and 3 more$/m);
  });
});

describe('the way back from a write', () => {
  it.each([
    ['remediated', anOutcome()],
    ['partly', anOutcome({ kind: 'partly' })],
  ])('is the last step of an outcome %s', (_kind, outcome) => {
    expect(aNotice(outcome).steps.at(-1)?.commands).toEqual([
      `lifeguard undo ${outcome.id} --region eu-west-1`,
      'lifeguard pause eu-west-1_AbCdEf123 --for 4h --region eu-west-1 --reason "…"',
    ]);
  });

  it('is not offered where nothing was written', () => {
    expect(aNotice(anUnwrittenOutcome()).steps.flatMap(({ commands = [] }) => commands)).toEqual([]);
  });

  it('stands in chat however many steps come before it', () => {
    const causes = ['one', 'two'].flatMap((name) =>
      [undefined, 'cloudformation.amazonaws.com'].map((invokedBy) =>
        aCall({
          eventId: `${name}-${invokedBy}`,
          actor: anActor({ userAgent: 'Terraform/1.13.0', ...(invokedBy && { invokedBy }) }),
        }),
      ),
    );
    const refusals = [1, 2, 3].map((index) => ({
      code: 'no-remedy' as const,
      settings: [],
      reason: 'No.',
      next: `Do ${index}.`,
    }));

    const { nextSteps } = chatMessage(aNotice(anOutcome({ causes, refusals }))).content;

    expect(nextSteps).toHaveLength(5);
    expect(nextSteps.at(-1)).toContain('`lifeguard undo ');
  });
});
