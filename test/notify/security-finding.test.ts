import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { securityFindings } from '../../src/notify/security-finding.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aDigest } from '../support/a-digest.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aStanding } from '../support/a-standing.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';
import { awsSecurityFinding } from './asff.schema.ts';
import { toldNotices } from './told-notices.ts';

const findingsOf = (outcome: Outcome) => securityFindings(aNotice(outcome));

const stateOf = (finding: AwsSecurityFinding | undefined) => [
  finding?.RecordState,
  finding?.Compliance?.Status,
  finding?.FindingProviderFields?.Severity?.Label,
];

const exemption = {
  ticket: 'SEC-204',
  approver: 'security@example.com',
  reason: 'A preview pool that is torn down every night.',
  expires: '2026-12-31',
  at: 'policies/exemptions.yaml:3',
};

const undone = { kind: 'undone', outcome: 'outcome-1', until: '2026-11-24T09:02:00.000Z' } as const;

describe('the finding of a rule', () => {
  it.each(Object.entries(toldNotices))('is one that AWS takes: %s', (_name, notice) => {
    for (const finding of securityFindings(notice))
      expect(awsSecurityFinding.safeParse(finding).error?.issues).toBeUndefined();
  });

  it.each([
    ['put right', anOutcome(), ['ARCHIVED', 'PASSED', 'INFORMATIONAL']],
    ['left', anUnwrittenOutcome({ kind: 'refused' }), ['ACTIVE', 'FAILED', 'HIGH']],
    [
      'only told',
      anUnwrittenOutcome({ findings: [aFinding({ now: 8, mode: 'notify', severity: 'low' })] }),
      ['ACTIVE', 'FAILED', 'LOW'],
    ],
    [
      'resting',
      anUnwrittenOutcome({ findings: [aFinding({ now: 8, left: undone })] }),
      ['ACTIVE', 'FAILED', 'HIGH'],
    ],
    ['paused', anUnwrittenOutcome({ kind: 'paused' }), ['ACTIVE', 'FAILED', 'HIGH']],
    ['planned', anUnwrittenOutcome({ kind: 'planned' }), ['ACTIVE', 'FAILED', 'HIGH']],
    [
      'critical',
      anUnwrittenOutcome({ kind: 'failed', findings: [aFinding({ now: 8, severity: 'critical' })] }),
      ['ACTIVE', 'FAILED', 'CRITICAL'],
    ],
  ])('that was %s', (_title, outcome, state) => {
    expect(findingsOf(outcome).map(stateOf)).toEqual([state]);
  });

  it('that is debt beside something else is active', () => {
    const debt = aFinding({ rule: 'old', now: 8, left: { kind: 'debt', since: '2026-11-03' } });

    const [fixed, left] = findingsOf(anOutcome({ findings: [aFinding(), debt] }));

    expect([stateOf(fixed), stateOf(left)]).toEqual([
      ['ARCHIVED', 'PASSED', 'INFORMATIONAL'],
      ['ACTIVE', 'FAILED', 'HIGH'],
    ]);
    expect(left?.Description).toMatch(
      /is 8, .* It was so when its pool or its rule was first seen, on 2026-11-03\./,
    );
    expect(left?.Remediation?.Recommendation?.Text).toBe(
      'To have it put right: lifeguard apply --pool eu-west-1_AbCdEf123 --region eu-west-1.',
    );
  });

  it('under an exemption is archived and not passed, and says who approved it until when', () => {
    const accepted = aFinding({ rule: 'accepted', now: 8, exemption });

    const [, finding] = findingsOf(anOutcome({ findings: [aFinding(), accepted] }));

    expect(stateOf(finding)).toEqual(['ARCHIVED', 'FAILED', 'HIGH']);
    expect(finding?.Compliance?.StatusReasons).toEqual([
      { ReasonCode: 'EXEMPTED', Description: 'SEC-204, approved by security@example.com, until 2026-12-31' },
    ]);
    expect(finding).not.toHaveProperty('Remediation');
  });

  it('counts by itself where another rule on the same setting is broken still', () => {
    const stricter = aFinding({ rule: 'stricter', required: 'at least 20', mode: 'notify', resolved: false });

    const findings = findingsOf(anOutcome({ findings: [aFinding(), stricter] }));

    expect(findings.map(({ RecordState }) => RecordState)).toEqual(['ARCHIVED', 'ACTIVE']);
  });

  it('that a call broke and somebody put back is archived by its name alone', () => {
    const claim = {
      setting: 'Policies.PasswordPolicy.MinimumLength',
      claimed: 8,
      required: 'at least 14',
      rule: 'password-minimum-length',
      at: 'policies/baseline.yaml:14',
      call: 'UpdateUserPool',
      eventId: 'event-1',
      actor: anActor(),
    } as const;
    const outcome = anUnwrittenOutcome({
      findings: [],
      remarks: [{ kind: 'put-back', claims: [claim, { ...claim, claimed: 9 }] }],
    });

    const [finding, ...more] = findingsOf(outcome);

    expect(more).toEqual([]);
    expect(stateOf(finding)).toEqual(['ARCHIVED', 'PASSED', 'INFORMATIONAL']);
    expect([finding?.Id, finding?.Title]).toEqual([
      findingsOf(anOutcome())[0]?.Id,
      'checkout-users: password-minimum-length',
    ]);
  });

  it('is one, and active, for two names that are the same once halves of characters are replaced', () => {
    const findings = [aFinding({ rule: '\ud800', now: 8 }), aFinding({ rule: '\ude09' })];

    expect(findingsOf(anOutcome({ kind: 'partly', findings })).map(stateOf)).toEqual([
      ['ACTIVE', 'FAILED', 'HIGH'],
    ]);
  });

  it('says after whose call it was found', () => {
    const [finding] = findingsOf(anOutcome({ causes: [aCall({ eventId: 'event-1' })] }));

    expect(finding?.Description).toContain('Found after UpdateUserPool by Developer/on-call.');
    expect(finding?.ProductFields).toMatchObject({
      'cognito-lifeguard/call': 'UpdateUserPool',
      'cognito-lifeguard/caller': 'arn:aws:sts::111122223333:assumed-role/Developer/on-call',
      'cognito-lifeguard/eventId': 'event-1',
    });
  });

  it('says what AWS says in the way, and what to do', () => {
    const refusal = {
      code: 'needs-tier',
      settings: ['Policies.PasswordPolicy.MinimumLength'],
      reason: 'It needs the PLUS tier.',
      next: 'Move the pool to PLUS.',
    } as const;
    const url = 'https://git.example.com/exemptions';

    const [finding] = findingsOf(
      anUnwrittenOutcome({
        kind: 'refused',
        findings: [aFinding({ now: 8, exemptionsUrl: url })],
        refusals: [refusal],
      }),
    );

    expect(finding?.Description).toContain('It needs the PLUS tier.');
    expect(finding?.Remediation?.Recommendation?.Text).toBe(
      `Move the pool to PLUS. If it was intended, ask for an exemption: ${url}`,
    );
  });

  it.each([
    ['aws', 'eu-west-1'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ])('is for the default product of the pool’s account and Region, in %s', (partition, region) => {
    const pool = { ...poolRef('111122223333', region, `${region}_AbCdEf123`), name: null };

    const [finding] = findingsOf(anOutcome({ pool }));

    expect(finding).toMatchObject({
      ProductArn: `arn:${partition}:securityhub:${region}:111122223333:product/111122223333/default`,
      AwsAccountId: '111122223333',
      Title: `${region}_AbCdEf123: MinimumLength required at least 14`,
      Resources: [{ Id: pool.arn, Partition: partition, Region: region }],
    });
  });
});

describe('the findings of a digest', () => {
  it('have the times of their looks, so that what was put right since stays so', () => {
    const pools = [
      aStanding('A', { at: '2026-11-23T09:12:20.000Z' }),
      aStanding('B', { at: '2026-11-23T09:14:02.500Z' }),
    ];

    const findings = securityFindings(noticeOfAnnouncement(aDigest({ pools }), {}));

    expect(findings.map(({ UpdatedAt, RecordState }) => [UpdatedAt, RecordState])).toEqual([
      ['2026-11-23T09:12:20.000Z', 'ACTIVE'],
      ['2026-11-23T09:14:02.500Z', 'ACTIVE'],
    ]);
  });

  it('are none where nobody can say when the look was', () => {
    const pools = [aStanding('A', { at: 'yesterday' })];

    expect(securityFindings(noticeOfAnnouncement(aDigest({ pools }), {}))).toEqual([]);
  });
});
