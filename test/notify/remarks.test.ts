import { describe, expect, it } from 'vitest';
import { emailText } from '../../src/notify/email-text.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import type { Remark } from '../../src/remediation/remark.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const time = '2026-11-22T09:14:41.000Z';
const length = 'Policies.PasswordPolicy.MinimumLength';

const onNothing = (...remarks: readonly Remark[]) => aNotice(anUnwrittenOutcome({ findings: [], remarks }));

const mailOf = (outcome: Outcome) => emailText(aNotice(outcome)).body.replace(/\s+/g, ' ');

const war: Remark = { kind: 'war', settings: [length], times: 3, actors: [anActor()], nextWriteAt: time };

const lostUpdate: Remark = {
  kind: 'lost-update',
  outcome: 'outcome-1',
  writtenAt: '2026-11-23T09:14:41.300Z',
  call: 'UpdateUserPool',
  eventId: 'event-1',
  eventTime: time,
  actor: anActor(),
  settings: [],
};

const unseen: Remark = { kind: 'changed-unseen', since: time, settings: [length] };

describe('a remark', () => {
  it.each<[Remark, string, boolean]>([
    [unseen, 'medium', false],
    [{ kind: 'put-back', claims: [] }, 'medium', false],
    [{ kind: 'newly-refused', settings: [length] }, 'high', true],
    [war, 'high', true],
    [{ kind: 'war-over', since: time }, 'low', false],
    [{ kind: 'brought-back', settings: [], times: 1 }, 'low', false],
    [{ kind: 'back-in-compliance', since: time, rules: [], unbound: [], isWhole: true }, 'info', false],
    [lostUpdate, 'high', true],
    [{ kind: 'left-scope', policies: ['customers'], until: time }, 'medium', false],
    [{ kind: 'memory-lost' }, 'high', true],
    [{ kind: 'denied', error: 'AccessDeniedException' }, 'low', false],
  ])('makes a notice as grave as it is: $kind', (remark, severity, urgent) => {
    expect(onNothing(remark)).toMatchObject({ severity, urgent });
  });

  it('leaves a graver finding its severity', () => {
    const critical = aFinding({ severity: 'critical', now: 8 });

    expect(aNotice(anUnwrittenOutcome({ findings: [critical], remarks: [unseen] }))).toMatchObject({
      severity: 'critical',
      urgent: true,
    });
  });

  it.each([
    ['low', 1, 'low', false],
    ['low', 2, 'medium', true],
    ['low', 3, 'high', true],
    ['low', 9, 'critical', true],
    ['medium', 2, 'high', true],
  ] as const)('makes a %s finding that is wrong for %i days %s', (severity, days, graver, urgent) => {
    const findings = [aFinding({ severity, now: 8 })];
    const remarks = [{ kind: 'still-wrong' as const, since: time, days }];

    expect(aNotice(anUnwrittenOutcome({ findings, remarks }))).toMatchObject({ severity: graver, urgent });
  });

  it('leads by how grave it is, wherever it stands in the list', () => {
    const { subject, body } = emailText(onNothing({ kind: 'war-over', since: time }, unseen, lostUpdate));

    expect(subject).toContain('May be overwritten in prod-eu: checkout-users');
    expect(body.replace(/\s+/g, ' ')).toMatch(
      /^Lifeguard's write .* changed after .* Nobody undoes Lifeguard's writes/,
    );
  });

  it('stands beside a fix that has its own story', () => {
    const claims = [
      {
        setting: length,
        claimed: 6,
        required: 'at least 14',
        rule: 'password-minimum-length',
        at: 'policies/baseline.yaml:14',
        call: 'UpdateUserPool',
        eventId: 'event-1',
        actor: anActor(),
      },
    ] as const;
    const { subject, body } = emailText(aNotice(anOutcome({ remarks: [{ kind: 'put-back', claims }] })));

    expect(subject).toContain('Fixed in prod-eu');
    expect(body).toMatch(/^MinimumLength of checkout-users is now 14/);
    expect(body.replace(/\s+/g, ' ')).toContain('asked for MinimumLength 6 on checkout-users');
  });
});

describe('a change that nobody is recorded for', () => {
  it('names no caller as the one who made it, though another call is listed', () => {
    expect(mailOf(anUnwrittenOutcome({ findings: [], remarks: [unseen] }))).toContain(
      'Who not known for what changed unseen: no recorded call explains it arn:aws:sts::111122223333:assumed-role/Developer/on-call',
    );
  });
});

describe('a war', () => {
  it('is with somebody unknown where no call was recorded', () => {
    const mail = mailOf(anUnwrittenOutcome({ findings: [], causes: [], remarks: [{ ...war, actors: [] }] }));

    expect(mail).toContain('Lifeguard and somebody unknown undo each other on checkout-users');
    expect(mail).toContain('the other side isn’t known: no call was recorded');
  });

  it('says once what to change at the source, of all that is fought over', () => {
    const terraform = anActor({ userAgent: 'HashiCorp/1.0 Terraform/1.13.0' });
    const outcome = anOutcome({
      causes: [aCall({ actor: terraform })],
      remarks: [{ ...war, settings: [length, 'MfaConfiguration'], actors: [terraform] }],
    });

    expect(mailOf(outcome).match(/In the Terraform configuration/g)).toHaveLength(1);
    expect(mailOf(outcome)).toContain(
      'set password_policy.minimum_length to 14, mfa_configuration to what policy requires',
    );
  });

  it('takes the stack that the tags name for a claim, and helps with its template', () => {
    const mail = mailOf(anUnwrittenOutcome({ remarks: [{ ...war, stack: 'checkout-prod' }] }));

    expect(mail).toContain("CloudFormation stack checkout-prod (as the pool's tags claim)");
    expect(mail).toContain('In the CloudFormation template');
  });
});

describe('an update that may be lost', () => {
  it('is put back with a command only where theirs is a function', () => {
    const settings = [
      { setting: 'LambdaConfig.PreSignUp', ours: null, theirs: 'arn:aws:lambda:x;id' },
      { setting: 'EmailVerificationSubject', ours: 'ours', theirs: 'theirs' },
    ] as const;

    expect(onNothing({ ...lostUpdate, settings }).steps.flatMap(({ commands = [] }) => commands)).toEqual([]);
  });

  it('says where the record doesn’t tell what was set', () => {
    expect(emailText(onNothing(lostUpdate)).body.replace(/\s+/g, ' ')).toContain(
      'The record doesn’t say what the call was to set.',
    );
  });
});

describe('a denied call', () => {
  it('is not told as if it had been made', () => {
    const mail = mailOf(
      anUnwrittenOutcome({
        kind: 'ignored',
        findings: [],
        causes: [aCall({ call: 'CreateUserPoolClient', governed: false })],
        remarks: [{ kind: 'denied', error: 'AccessDeniedException' }],
      }),
    );

    expect(mail).toMatch(
      /^Developer\/on-call tried CreateUserPoolClient on checkout-users, and AWS refused it/,
    );
    expect(mail).not.toContain('added an app client');
  });
});
