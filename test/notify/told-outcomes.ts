import type { Outcome } from '../../src/remediation/outcome.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const characterClass = (name: string, line: number, overrides: Parameters<typeof aFinding>[0] = {}) =>
  aFinding({
    rule: `password-${name.toLowerCase()}`,
    at: `policies/baseline.yaml:${line}`,
    setting: `Policies.PasswordPolicy.Require${name as 'Uppercase' | 'Lowercase' | 'Numbers' | 'Symbols'}`,
    found: false,
    required: 'true',
    now: true,
    severity: 'medium',
    why: 'Mixed characters slow down guessing where length is short.',
    controls: [],
    ...overrides,
  });

const cloudFormation = aCall({
  actor: anActor({
    arn: 'arn:aws:sts::111122223333:assumed-role/cdk-deploy/AWSCloudFormation',
    sessionName: 'AWSCloudFormation',
    sessionIssuer: 'arn:aws:iam::111122223333:role/cdk-deploy',
    invokedBy: 'cloudformation.amazonaws.com',
    sourceIpAddress: 'cloudformation.amazonaws.com',
    userAgent: 'cloudformation.amazonaws.com',
  }),
});

const aSweep = {
  kind: 'sweep',
  sweep: 'sweep-2026-11-23T09',
  eventTime: '2026-11-23T09:05:00.000Z',
} as const;

const deletionProtection = aFinding({
  rule: 'deletion-protection',
  at: 'policies/baseline.yaml:52',
  setting: 'DeletionProtection',
  found: 'INACTIVE',
  required: 'ACTIVE',
  now: 'INACTIVE',
  severity: 'medium',
  mode: 'notify',
  why: 'One call deletes every account in a pool.',
  controls: [],
});

const threatProtection = aFinding({
  rule: 'threat-protection',
  at: 'policies/baseline.yaml:38',
  setting: 'UserPoolAddOns.AdvancedSecurityMode',
  found: 'OFF',
  required: 'at least ENFORCED',
  now: 'OFF',
  why: 'Stolen passwords must not be enough to sign in.',
  controls: [],
  exemptionsUrl: 'https://git.example.com/security/policies/exemptions',
});

/** One outcome of each kind that people hear of, under the name of its golden file. */
export const toldOutcomes: { readonly [name: string]: Outcome } = {
  'remediated-one': anOutcome(),
  'remediated-owned': anOutcome({
    owners: [
      { name: 'checkout-team', claimed: false },
      { name: 'identity', claimed: true },
      { name: 'payments', claimed: true, lastClaimedAt: '2026-11-20T08:00:00.000Z' },
    ],
  }),
  'remediated-several': anOutcome({
    findings: [
      aFinding({ exemptionsUrl: 'https://git.example.com/security/policies/exemptions' }),
      characterClass('Uppercase', 20),
      characterClass('Numbers', 26),
      characterClass('Symbols', 29),
      deletionProtection,
    ],
  }),
  'remediated-cloudformation': anOutcome({ causes: [cloudFormation] }),
  'remediated-terraform': anOutcome({
    causes: [
      aCall({
        actor: anActor({ userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.13.0 (+https://www.terraform.io)' }),
      }),
    ],
  }),
  'remediated-coupled': anOutcome({
    findings: [
      aFinding({
        rule: 'temporary-password-validity',
        at: 'policies/baseline.yaml:34',
        setting: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
        found: 30,
        required: 'at most 7',
        now: 7,
        severity: 'medium',
        why: 'An invitation that nobody took up is a door left open.',
      }),
    ],
    changes: [
      {
        setting: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
        from: 30,
        to: 7,
        because: [{ kind: 'rule', rule: 'temporary-password-validity', at: 'policies/baseline.yaml:34' }],
      },
      {
        setting: 'AdminCreateUserConfig.UnusedAccountValidityDays',
        from: 30,
        to: 7,
        because: [
          {
            kind: 'coupling',
            coupling: 'temporary-password',
            reason: 'AWS shows one value in both places.',
            forcedBy: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
          },
        ],
      },
    ],
    sideEffects: [{ path: 'SmsConfiguration.ExternalId', from: 'old-secret', to: 'new-secret' }],
    unknownSettings: ['TomorrowConfiguration'],
  }),
  'remediated-in-a-burst': anOutcome({
    causes: [
      ...Array.from({ length: 9 }, (_, index) => aCall({ call: 'TagResource', eventId: `tag-${index}` })),
      aCall({ eventId: 'update' }),
      aCall({
        call: 'CreateIdentityProvider',
        eventId: 'provider',
        governed: false,
        actor: anActor({
          arn: 'arn:aws:sts::111122223333:assumed-role/Contractor/laptop',
          sessionName: 'laptop',
          sessionIssuer: 'arn:aws:iam::111122223333:role/Contractor',
          sourceIpAddress: '198.51.100.9',
        }),
      }),
    ],
    causesOmitted: 480,
  }),
  'reported-notify-rule': anUnwrittenOutcome({ findings: [deletionProtection] }),
  'reported-told': anUnwrittenOutcome({
    findings: [],
    causes: [aCall({ call: 'CreateUserPoolClient', governed: false })],
  }),
  'compliant-told': anUnwrittenOutcome({
    kind: 'compliant',
    findings: [],
    causes: [aCall({ call: 'AssociateWebACL', eventSource: 'wafv2.amazonaws.com', governed: false })],
  }),
  'planned-by-event': anUnwrittenOutcome({
    kind: 'planned',
    changes: [
      {
        setting: 'Policies.PasswordPolicy.MinimumLength',
        from: 8,
        to: 14,
        because: [{ kind: 'rule', rule: 'password-minimum-length', at: 'policies/baseline.yaml:14' }],
      },
    ],
  }),
  partly: anOutcome({
    kind: 'partly',
    reason: 'UpdateUserPool succeeded; SetUserPoolMfaConfig was refused with InvalidParameterException.',
    findings: [
      aFinding(),
      aFinding({
        rule: 'software-token',
        at: 'policies/baseline.yaml:60',
        setting: 'SoftwareTokenMfaConfiguration.Enabled',
        found: false,
        required: 'true',
        now: false,
        why: 'A second factor that needs no phone number.',
      }),
    ],
  }),
  'refused-tier': anUnwrittenOutcome({
    kind: 'refused',
    findings: [threatProtection],
    refusals: [
      {
        code: 'needs-tier',
        settings: ['UserPoolAddOns.AdvancedSecurityMode'],
        reason: 'ENFORCED needs the PLUS tier and this pool is on ESSENTIALS.',
        next: 'Move the pool to PLUS, which changes its price, or exempt it.',
      },
    ],
  }),
  'remediated-beside-refused': anOutcome({
    findings: [
      aFinding(),
      aFinding({
        rule: 'threat-protection',
        at: 'policies/baseline.yaml:55',
        setting: 'UserPoolAddOns.AdvancedSecurityMode',
        found: 'OFF',
        required: 'ENFORCED',
        now: 'OFF',
        resolved: false,
        why: 'Without it nobody stops a sign-in with a password that was stolen elsewhere.',
      }),
      deletionProtection,
    ],
    refusals: [
      {
        code: 'needs-tier',
        settings: ['UserPoolAddOns.AdvancedSecurityMode'],
        reason: 'UserPoolAddOns.AdvancedSecurityMode ENFORCED needs tier PLUS; the pool is ESSENTIALS.',
        next: 'Move the pool to PLUS, which is charged per monthly active user, or exempt it.',
      },
    ],
  }),
  failed: anUnwrittenOutcome({
    kind: 'failed',
    reason: 'Five writes in a row met a change by somebody else (ConcurrentModificationException).',
  }),
  paused: anUnwrittenOutcome({
    kind: 'paused',
    reason: 'Paused until 2026-11-23 18:00 UTC for migration CHG-1041.',
  }),
  gone: anUnwrittenOutcome({
    kind: 'gone',
    findings: [],
    causes: [aCall({ call: 'DeleteUserPool', governed: false })],
  }),
  'reported-long-values': anUnwrittenOutcome({
    findings: [
      aFinding({
        rule: 'invitation-text',
        at: 'policies/examples/messages.yaml:9',
        setting: 'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage',
        found: `<p>Your user name is {username} and your password is {####}.</p>\n${'<p>Welcome aboard.</p>'.repeat(400)}`,
        now: `<p>Your user name is {username} and your password is {####}.</p>\n${'<p>Welcome aboard.</p>'.repeat(400)}`,
        required: 'matches ^[^<]*$',
        severity: 'low',
        mode: 'notify',
        why: 'Mail programs that show no markup must still show the password.',
      }),
      aFinding({
        rule: 'sms-external-id',
        setting: 'SmsConfiguration.ExternalId',
        found: 'the-shared-secret',
        required: 'equals another-secret',
        now: 'the-shared-secret',
        severity: 'low',
        mode: 'notify',
      }),
    ],
  }),
  'remediated-beside-exempted': anOutcome({
    findings: [
      aFinding(),
      {
        ...deletionProtection,
        exemption: {
          ticket: 'SEC-204',
          approver: 'security@example.com',
          reason: 'A preview pool that is torn down every night.',
          expires: '2026-12-31',
          at: 'policies/exemptions.yaml:3',
        },
      },
    ],
  }),
  'remediated-beside-debt': anOutcome({
    findings: [aFinding(), aFinding({ ...threatProtection, left: { kind: 'debt', since: '2026-11-03' } })],
  }),
  'reported-resting': anUnwrittenOutcome({
    findings: [
      aFinding({
        now: 8,
        mode: 'notify',
        left: {
          kind: 'undone',
          outcome: '1c6a7d52-90a6-4a1b-b3a5-2f0e5c0d7f10',
          until: '2026-11-24T09:02:00.000Z',
        },
      }),
    ],
  }),
  'reported-resting-beside-notify': anUnwrittenOutcome({
    findings: [
      aFinding({
        now: 8,
        mode: 'notify',
        left: {
          kind: 'undone',
          outcome: '1c6a7d52-90a6-4a1b-b3a5-2f0e5c0d7f10',
          until: '2026-11-24T09:02:00.000Z',
        },
      }),
      aFinding({ ...deletionProtection, resolved: false, mode: 'notify' }),
    ],
  }),
  'changed-unseen': anUnwrittenOutcome({
    findings: [],
    causes: [aSweep],
    remarks: [
      {
        kind: 'changed-unseen',
        since: '2026-11-23T08:12:40.000Z',
        settings: ['LambdaConfig.PreSignUp', 'EmailVerificationSubject', 'UserPoolTags'],
      },
    ],
  }),
  'changed-unseen-remediated': anOutcome({
    causes: [aSweep],
    remarks: [
      {
        kind: 'changed-unseen',
        since: '2026-11-23T08:12:40.000Z',
        settings: ['Policies.PasswordPolicy.MinimumLength'],
      },
    ],
  }),
  'put-back': anUnwrittenOutcome({
    findings: [],
    remarks: [
      {
        kind: 'put-back',
        claims: [
          {
            setting: 'Policies.PasswordPolicy.MinimumLength',
            claimed: 8,
            required: 'at least 14',
            rule: 'password-minimum-length',
            at: 'policies/baseline.yaml:14',
            call: 'UpdateUserPool',
            eventId: aCall().eventId,
            actor: anActor(),
          },
        ],
      },
    ],
  }),
  'newly-refused': anUnwrittenOutcome({
    kind: 'refused',
    findings: [aFinding({ ...threatProtection, severity: 'medium' })],
    refusals: [
      {
        code: 'needs-tier',
        settings: ['UserPoolAddOns.AdvancedSecurityMode'],
        reason: 'ENFORCED needs the PLUS tier and this pool is on ESSENTIALS.',
        next: 'Move the pool to PLUS, which changes its price, or exempt it.',
      },
    ],
    remarks: [{ kind: 'newly-refused', settings: ['UserPoolAddOns.AdvancedSecurityMode'] }],
  }),
  'still-wrong': anUnwrittenOutcome({
    kind: 'refused',
    causes: [aSweep],
    findings: [aFinding({ ...threatProtection, severity: 'medium' })],
    refusals: [
      {
        code: 'needs-tier',
        settings: ['UserPoolAddOns.AdvancedSecurityMode'],
        reason: 'ENFORCED needs the PLUS tier and this pool is on ESSENTIALS.',
        next: 'Move the pool to PLUS, which changes its price, or exempt it.',
      },
    ],
    remarks: [{ kind: 'still-wrong', since: '2026-11-21T07:30:00.000Z', days: 2 }],
  }),
  'war-with-a-stack': anUnwrittenOutcome({
    kind: 'paused',
    causes: [cloudFormation],
    reason: 'Somebody undoes what Lifeguard writes: it writes again at 2026-11-23 09:29 UTC.',
    remarks: [
      {
        kind: 'war',
        settings: ['Policies.PasswordPolicy.MinimumLength'],
        times: 3,
        actors: [cloudFormation.actor],
        stack: 'checkout-prod',
        nextWriteAt: '2026-11-23T09:29:41.000Z',
      },
    ],
  }),
  'war-with-a-person': anOutcome({
    remarks: [
      {
        kind: 'war',
        settings: ['Policies.PasswordPolicy.MinimumLength', 'MfaConfiguration'],
        times: 4,
        actors: [anActor()],
        nextWriteAt: '2026-11-23T10:14:41.000Z',
      },
    ],
  }),
  'brought-back': anOutcome({
    remarks: [{ kind: 'brought-back', settings: ['Policies.PasswordPolicy.MinimumLength'], times: 2 }],
  }),
  'back-in-compliance': anUnwrittenOutcome({
    kind: 'compliant',
    findings: [],
    causes: [aCall()],
    remarks: [
      {
        kind: 'back-in-compliance',
        since: '2026-11-20T08:00:00.000Z',
        rules: ['threat-protection'],
        unbound: [],
        isWhole: true,
      },
    ],
  }),
  'no-longer-bound': anUnwrittenOutcome({
    kind: 'compliant',
    findings: [],
    causes: [aSweep],
    remarks: [
      {
        kind: 'back-in-compliance',
        since: '2026-10-20T08:00:00.000Z',
        rules: [],
        unbound: ['threat-protection'],
        isWhole: true,
      },
    ],
  }),
  'war-over': anUnwrittenOutcome({
    findings: [],
    causes: [aSweep],
    remarks: [{ kind: 'war-over', since: '2026-11-22T09:14:41.000Z' }],
  }),
  'lost-update': anUnwrittenOutcome({
    findings: [],
    remarks: [
      {
        kind: 'lost-update',
        outcome: '1c6a7d52-90a6-4a1b-b3a5-2f0e5c0d7f10',
        writtenAt: '2026-11-23T09:14:41.300Z',
        call: 'UpdateUserPool',
        eventId: aCall().eventId,
        eventTime: aCall().eventTime,
        actor: anActor(),
        settings: [
          {
            setting: 'LambdaConfig.PreSignUp',
            ours: 'arn:aws:lambda:eu-west-1:111122223333:function:sign-up-checks',
            theirs: 'arn:aws:lambda:eu-west-1:111122223333:function:sign-up-checks-v2',
          },
        ],
      },
    ],
  }),
  'left-scope': anUnwrittenOutcome({
    findings: [],
    causes: [aCall({ call: 'TagResource' })],
    remarks: [{ kind: 'left-scope', policies: ['customer-pools'], until: '2026-12-23T09:14:41.000Z' }],
  }),
  'memory-lost-remediated': anOutcome({ causes: [aSweep], remarks: [{ kind: 'memory-lost' }] }),
  denied: anUnwrittenOutcome({
    kind: 'ignored',
    findings: [],
    causes: [aCall({ call: 'CreateIdentityProvider', governed: false })],
    remarks: [{ kind: 'denied', error: 'AccessDeniedException' }],
  }),
};
