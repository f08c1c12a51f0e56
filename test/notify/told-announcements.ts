import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { aFinding } from '../support/an-outcome.ts';

const frame = {
  schema: 'cognito-lifeguard/announcement/1',
  id: 'announcement-1',
  at: '2026-11-23T09:20:00.000Z',
  accountId: '111122223333',
  policyDigest: 'sha256:2f1d0c',
} as const;

const checkout = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');

const pause = {
  id: 'pause-1',
  by: 'arn:aws:sts::111122223333:assumed-role/Developer/on-call',
  at: '2026-11-23T09:18:30.000Z',
  until: '2026-11-23T13:18:30.000Z',
  reason: 'CHG-1041: moving the sign-up functions.',
};

const exemption = {
  ticket: 'SEC-204',
  approver: 'security@example.com',
  reason: 'A preview pool that is torn down every night.',
  granted: '2026-09-10',
  expires: '2026-12-04',
  pools: [checkout.arn],
  rules: [
    { rule: 'deletion-protection' },
    {
      rule: 'password-minimum-length',
      floor: { constraint: { kind: 'interval' as const, min: 10, max: 99 }, required: 'at least 10' },
    },
  ],
  source: { file: 'policies/exemptions.yaml', line: 3, column: 3 },
};

/** One announcement of each kind, under the name of its golden file. */
export const toldAnnouncements: { readonly [name: string]: Announcement } = {
  digest: {
    ...frame,
    kind: 'digest',
    sweep: 'sweep-2026-11-23T09',
    counts: { debt: 31, reported: 3, refused: 1 },
    poolsOmitted: 11,
    pools: [
      {
        pool: checkout,
        name: 'checkout-users',
        outcome: 'refused',
        at: '2026-11-23T09:12:20.000Z',
        findings: [
          aFinding({
            rule: 'deletion-protection',
            setting: 'DeletionProtection',
            found: 'INACTIVE',
            now: 'INACTIVE',
            required: 'ACTIVE',
            severity: 'medium',
            mode: 'notify',
          }),
          aFinding({
            rule: 'threat-protection',
            setting: 'UserPoolAddOns.AdvancedSecurityMode',
            found: 'OFF',
            now: 'OFF',
            required: 'at least ENFORCED',
          }),
        ],
        refusals: [
          {
            code: 'needs-tier',
            settings: ['UserPoolAddOns.AdvancedSecurityMode'],
            reason: 'ENFORCED needs the PLUS tier and this pool is on ESSENTIALS.',
            next: 'Move the pool to PLUS, which changes its price, or exempt it.',
          },
        ],
      },
      {
        pool: poolRef('111122223333', 'us-east-1', 'us-east-1_LegacyXyz'),
        name: 'legacy-app',
        outcome: 'reported',
        at: '2026-11-23T09:14:02.500Z',
        findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-03' } })],
        refusals: [],
      },
    ],
  },
  'digest-of-all': {
    ...frame,
    kind: 'digest',
    sweep: 'all-2026-11-23',
    counts: { debt: 31, reported: 3, refused: 0 },
    poolsOmitted: 10,
    pools: [
      {
        pool: poolRef('222233334444', 'eu-west-1', 'eu-west-1_Payments1'),
        name: 'payments-users',
        outcome: 'reported',
        at: '2026-11-23T09:14:02.500Z',
        findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-03' } })],
        refusals: [],
      },
      {
        pool: checkout,
        name: 'checkout-users',
        outcome: 'reported',
        at: '2026-11-23T09:12:25.000Z',
        findings: [aFinding({ now: 8, mode: 'notify' })],
        refusals: [],
      },
    ],
    organization: {
      accounts: 138,
      differing: 3,
      missed: 1,
      silent: [
        { accountId: '333344445555', expectedSince: '2026-11-20T08:00:00.000Z' },
        {
          accountId: '444455556666',
          expectedSince: '2026-10-01T08:00:00.000Z',
          heardAt: '2026-11-22T23:10:00.000Z',
        },
      ],
      silentOmitted: 0,
      others: [{ accountId: '555566667777', version: '0.1.0', code: false, policies: true }],
      othersOmitted: 0,
    },
  },
  'digest-owned': {
    ...frame,
    kind: 'digest',
    sweep: 'sweep-2026-11-23T09',
    counts: { debt: 2, reported: 1, refused: 0 },
    poolsOmitted: 2,
    owned: [
      { owner: 'checkout-team', pools: 3, counts: { debt: 1, reported: 1, refused: 0 } },
      { owner: 'identity', pools: 1, counts: { debt: 1, reported: 0, refused: 0 } },
    ],
    pools: [
      {
        pool: checkout,
        name: 'checkout-users',
        owners: [
          { name: 'checkout-team', claimed: false },
          { name: 'identity', claimed: true },
        ],
        outcome: 'reported',
        at: '2026-11-23T09:12:20.000Z',
        findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-03' } })],
        refusals: [],
      },
      {
        pool: poolRef('111122223333', 'eu-west-1', 'eu-west-1_Checkout2'),
        name: 'checkout-preview',
        owners: [{ name: 'checkout-team', claimed: true }],
        outcome: 'reported',
        at: '2026-11-23T09:12:25.000Z',
        findings: [aFinding({ now: 8, mode: 'notify' })],
        refusals: [],
      },
      {
        pool: poolRef('111122223333', 'us-east-1', 'us-east-1_LegacyXyz'),
        name: 'legacy-app',
        outcome: 'reported',
        at: '2026-11-23T09:12:20.000Z',
        findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-03' } })],
        refusals: [],
      },
    ],
  },
  'policies-changed': {
    ...frame,
    kind: 'policies-changed',
    before: 'sha256:77aa01',
    added: [
      {
        rule: 'threat-protection',
        setting: 'UserPoolAddOns.AdvancedSecurityMode',
        required: 'at least ENFORCED',
        mode: 'remediate',
        at: 'policies/baseline.yaml:38',
      },
    ],
    loosened: [
      {
        kind: 'rule-loosened',
        rule: 'password-minimum-length',
        message: 'password-minimum-length asks for at least 12 instead of at least 14.',
        source: { file: 'policies/baseline.yaml', line: 14, column: 5 },
      },
    ],
  },
  'policies-first': {
    ...frame,
    kind: 'policies-changed',
    added: [
      {
        rule: 'password-minimum-length',
        setting: 'Policies.PasswordPolicy.MinimumLength',
        required: 'at least 14',
        mode: 'remediate',
        at: 'policies/baseline.yaml:14',
      },
    ],
    loosened: [],
  },
  'pause-begun': { ...frame, kind: 'pause-begun', pause: { ...pause, pool: checkout.arn } },
  'pause-begun-for-all': { ...frame, kind: 'pause-begun', pause },
  'pause-ended': { ...frame, kind: 'pause-ended', pause: { ...pause, pool: checkout.arn } },
  'exemption-ending': { ...frame, kind: 'exemption-ending', exemption },
  'exemption-ending-owned': {
    ...frame,
    kind: 'exemption-ending',
    exemption,
    owners: [
      { name: 'checkout-team', claimed: false },
      { name: 'identity', claimed: true },
    ],
  },
  'exemption-ended': { ...frame, kind: 'exemption-ended', exemption },
  'memory-lost': { ...frame, kind: 'memory-lost' },
  'pauses-damaged': { ...frame, kind: 'pauses-damaged', entries: 3 },
  'tampering-untold': {
    ...frame,
    kind: 'tampering-untold',
    parts: [
      { region: 'eu-west-1', name: 'cognito-lifeguard-prod-tampering-rules', why: 'disabled' },
      { region: 'eu-west-1', name: 'cognito-lifeguard-prod-tampering-watch', why: 'gone' },
      {
        region: 'us-east-1',
        name: 'cognito-lifeguard-prod-eu-west-1-forward-watch-dead-letters',
        why: 'holds',
        messages: 2,
      },
    ],
  },
  'tampering-untold-once': {
    ...frame,
    kind: 'tampering-untold',
    parts: [{ region: 'eu-west-1', name: 'cognito-lifeguard-prod-tampering-watch', why: 'disabled' }],
  },
  'held-back': {
    ...frame,
    kind: 'held-back',
    from: '2026-11-23T09:10:00.000Z',
    until: '2026-11-23T09:20:00.000Z',
    isUrgent: false,
    noticesOmitted: 14,
    notices: [
      {
        id: 'outcome-1',
        at: '2026-11-23T09:14:41.870Z',
        severity: 'high',
        headline: 'Fixed in prod-eu: checkout-users MinimumLength found 8, now 14',
        pool: { arn: checkout.arn, name: 'checkout-users', createdAt: '2024-02-01T08:00:00.000Z' },
      },
      {
        id: 'outcome-2',
        at: '2026-11-23T09:15:02.100Z',
        severity: 'medium',
        headline: 'Fixed in prod-eu: checkout-users RequireSymbols found false, now true',
        pool: { arn: checkout.arn, name: 'checkout-users', createdAt: '2024-02-01T08:00:00.000Z' },
      },
      { id: 'pause-1', at: '2026-11-23T09:16:00.000Z', severity: 'low', headline: 'Pause over' },
    ],
  },
  'nobody-listening': {
    ...frame,
    kind: 'nobody-listening',
    topicArn: 'arn:aws:sns:eu-west-1:111122223333:cognito-lifeguard-prod-NoticesTopic',
    pending: 2,
  },
  'chat-dropped': {
    ...frame,
    kind: 'chat-dropped',
    since: '2026-11-22T09:20:00.000Z',
    messages: 3,
  },
  'regions-unwatched': {
    ...frame,
    kind: 'regions-unwatched',
    governed: ['eu-west-1', 'us-east-1'],
    outside: [
      { region: 'ap-south-1', pools: 2 },
      { region: 'eu-central-1', pools: 1200, isMore: true },
    ],
    unlisted: ['sa-east-1'],
  },
  'regions-unlisted': {
    ...frame,
    kind: 'regions-unwatched',
    governed: ['eu-west-1', 'us-east-1'],
    outside: [],
    unlisted: ['us-east-1'],
    isEnabledUnknown: true,
  },
  test: {
    ...frame,
    kind: 'test',
    by: 'arn:aws:sts::111122223333:assumed-role/Developer/on-call',
  },
};
