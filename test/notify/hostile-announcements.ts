import fc from 'fast-check';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { hostileFinding, hostileOwner, hostileRefusals, hostileText, moment } from './hostile-outcomes.ts';

const frame = {
  schema: fc.constant('cognito-lifeguard/announcement/1' as const),
  id: hostileText.map((text) => `news ${text}`),
  at: hostileText,
  accountId: hostileText,
  policyDigest: hostileText,
};

const texts = fc.array(hostileText, { maxLength: 12 });

const source = fc.record({ file: hostileText, line: fc.nat(), column: fc.nat() });

const pause = fc
  .record({
    id: hostileText,
    by: hostileText,
    at: hostileText,
    until: hostileText,
    reason: hostileText,
    pool: fc.option(hostileText, { nil: undefined }),
  })
  .map(({ pool, ...members }) => ({ ...members, ...(pool !== undefined && { pool }) }));

const standing = fc.record({
  pool: fc.constant(poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123')),
  name: fc.oneof(hostileText, fc.constant(null)),
  owners: fc.array(hostileOwner, { maxLength: 5 }),
  outcome: fc.constantFrom('reported', 'refused'),
  at: moment,
  findings: fc.array(hostileFinding, { maxLength: 8 }),
  refusals: hostileRefusals,
});

const held = fc
  .record({
    id: hostileText,
    at: hostileText,
    severity: hostileText,
    headline: hostileText,
    pool: fc.option(
      fc.record({ arn: hostileText, name: fc.option(hostileText, { nil: null }), createdAt: hostileText }),
      { nil: undefined },
    ),
  })
  .map(({ pool, ...members }) => ({ ...members, ...(pool && { pool }) }));

const counts = fc.record({ debt: fc.nat(9), reported: fc.nat(9), refused: fc.nat(9) });

const owners = fc.array(hostileOwner, { maxLength: 8 });

const organization = fc.record({
  accounts: fc.nat(999),
  differing: fc.nat(99),
  missed: fc.nat(9),
  silent: fc.array(fc.record({ accountId: hostileText, expectedSince: hostileText, heardAt: hostileText }), {
    maxLength: 40,
  }),
  silentOmitted: fc.nat(99),
  others: fc.array(
    fc.record({
      accountId: hostileText,
      version: hostileText,
      code: fc.boolean(),
      policies: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
  othersOmitted: fc.nat(99),
});

/** Announcements whose every text is hostile. */
export const hostileAnnouncement: fc.Arbitrary<Announcement> = fc.oneof(
  fc
    .record({
      ...frame,
      kind: fc.constant('digest' as const),
      sweep: hostileText,
      pools: fc.array(standing, { maxLength: 8 }),
      poolsOmitted: fc.nat(10_000),
      counts,
      owned: fc.array(fc.record({ owner: hostileText, pools: fc.nat(9), counts })),
      owner: fc.option(hostileText, { nil: undefined }),
      organization: fc.option(organization, { nil: undefined }),
    })
    .map(({ owner, organization, ...digest }) => ({
      ...digest,
      ...(owner !== undefined && { owner }),
      ...(organization && { organization }),
    })),
  fc.record({
    ...frame,
    kind: fc.constant('policies-changed' as const),
    before: hostileText,
    added: fc.array(
      fc.record({
        rule: hostileText,
        setting: hostileText,
        required: hostileText,
        mode: hostileText,
        at: hostileText,
      }),
      { maxLength: 12 },
    ),
    loosened: fc.array(
      fc.record({
        kind: fc.constant('rule-loosened' as const),
        rule: hostileText,
        message: hostileText,
        source,
      }),
      { maxLength: 12 },
    ),
  }),
  fc.record({ ...frame, kind: fc.constantFrom('pause-begun', 'pause-ended'), pause, owners }),
  fc.record({
    ...frame,
    kind: fc.constantFrom('exemption-ending', 'exemption-ended'),
    exemption: fc.record({
      pools: texts,
      rules: fc.array(fc.record({ rule: hostileText }), { maxLength: 12 }),
      reason: hostileText,
      approver: hostileText,
      ticket: hostileText,
      granted: hostileText,
      expires: hostileText,
      source,
    }),
    owners,
  }),
  fc.record({ ...frame, kind: fc.constant('memory-lost' as const) }),
  fc.record({ ...frame, kind: fc.constant('pauses-damaged' as const), entries: fc.nat() }),
  fc.record({
    ...frame,
    kind: fc.constant('tampering-untold' as const),
    parts: fc.array(
      fc.record({
        region: hostileText,
        name: hostileText,
        why: fc.constantFrom('gone' as const, 'disabled' as const, 'holds' as const),
        messages: fc.nat(),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    ...frame,
    kind: fc.constant('held-back' as const),
    from: hostileText,
    until: hostileText,
    isUrgent: fc.boolean(),
    notices: fc.array(held, { maxLength: 40 }),
    noticesOmitted: fc.nat(10_000),
  }),
  fc.record({
    ...frame,
    kind: fc.constant('nobody-listening' as const),
    topicArn: hostileText,
    pending: fc.nat(9),
  }),
  fc.record({
    ...frame,
    kind: fc.constant('chat-dropped' as const),
    since: hostileText,
    messages: fc.nat(9),
  }),
  fc.record({
    ...frame,
    kind: fc.constant('regions-unwatched' as const),
    governed: fc.array(hostileText, { maxLength: 1 }),
    outside: fc.array(fc.record({ region: hostileText, pools: fc.nat(9) }), { maxLength: 1 }),
    unlisted: fc.array(hostileText, { maxLength: 1 }),
  }),
  fc.record({ ...frame, kind: fc.constant('test' as const), by: hostileText }),
);
