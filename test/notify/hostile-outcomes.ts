import fc from 'fast-check';
import type { Left } from '../../src/policy/finding.ts';
import type { PoolOwner } from '../../src/policy/owner.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { settings } from '../../src/pool/settings.ts';
import type { Outcome, OutcomeKind } from '../../src/remediation/outcome.ts';
import type { Remark } from '../../src/remediation/remark.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

const tricks = [
  '<!channel>',
  '<!here|x>',
  '<@U012345>',
  '@channel @here',
  ':white_check_mark: :+1:',
  '> All is well.',
  '<https://evil.example|Console>',
  '[Console](https://evil.example)',
  'https://evil.example/login',
  'www.evil.example',
  '`code` *bold* _soft_ ~gone~',
  '*Who* `nobody`',
  '\nSubject: all is well\n\nNothing happened.',
  '\r\n\r\n1. Call +1 555 0100',
  '\u202egnirts\u202c \u2066\u2069 \u200f',
  '\u200b\u200d\ufeff',
  '\ud800',
  'x\udc00y',
  '😀'.repeat(200),
  '&amp;&lt;&',
  '\u0000\u0007\u001b[31m\u009b',
  '"}],"version":"2.0',
  'é漢字ﬁ\u0301',
  '',
  ' ',
];

/** Text as whoever is reported could choose it, some of it 10,000 characters long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...tricks),
  fc.array(fc.constantFrom(...tricks, 'a', ' ', '-'), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .constantFrom(...tricks, 'a', '`', '<', '漢')
    .map((text) => text.repeat(10_000 / Math.max(1, text.length))),
  fc.string({ unit: 'binary' }),
);

const value: fc.Arbitrary<SettingValue> = fc.oneof(
  hostileText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 4 }),
);

const kinds: readonly OutcomeKind[] = [
  'reported',
  'planned',
  'remediated',
  'partly',
  'refused',
  'failed',
  'paused',
  'gone',
  'compliant',
  'ignored',
];

/** A time, or whatever stands in its place. */
export const moment = fc.oneof(fc.constant('2026-11-23T09:14:07Z'), hostileText);
const setting = fc.constantFrom(...settings.map(({ path }) => path));

const left: fc.Arbitrary<Left> = fc.oneof(
  fc.record({ kind: fc.constant('debt' as const), since: moment }),
  fc.record({ kind: fc.constant('undone' as const), outcome: hostileText, until: moment }),
);

const exemption = fc.record({
  ticket: hostileText,
  approver: hostileText,
  reason: hostileText,
  expires: moment,
  at: hostileText,
});

/** An owner whose every text is hostile. */
export const hostileOwner: fc.Arbitrary<PoolOwner> = fc
  .record({ name: hostileText, claimed: fc.boolean(), lastClaimedAt: fc.option(moment, { nil: undefined }) })
  .map(({ lastClaimedAt, ...owner }) => ({
    ...owner,
    ...(lastClaimedAt !== undefined && { lastClaimedAt }),
  }));

/** A finding whose every text is hostile. */
export const hostileFinding = fc
  .record({
    setting,
    rule: hostileText,
    at: hostileText,
    found: value,
    required: hostileText,
    now: value,
    why: hostileText,
    owner: hostileText,
    exemptionsUrl: fc.oneof(hostileText, fc.webUrl()),
    severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
    mode: fc.constantFrom('notify', 'remediate'),
    resolved: fc.boolean(),
    controls: fc.array(hostileText, { maxLength: 3 }),
    left: fc.option(left, { nil: undefined }),
    accepted: fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: exemption }),
  })
  .map(({ left: why, accepted, ...members }) =>
    aFinding({ ...members, ...(why && { left: why }), ...(accepted && { exemption: accepted }) }),
  );

const actor = fc
  .record({
    arn: hostileText,
    invokedBy: hostileText,
    sourceIpAddress: hostileText,
    userAgent: hostileText,
    sessionIssuer: hostileText,
  })
  .map(anActor);

const cause = fc
  .record({
    call: fc.constantFrom('UpdateUserPool', 'CreateUserPoolClient', 'DeleteUserPool'),
    eventId: hostileText,
    eventTime: moment,
    governed: fc.boolean(),
    actor,
  })
  .map(aCall);

const count = fc.integer({ min: 0, max: 400 });

const remarks: { readonly [kind in Remark['kind']]: fc.Arbitrary<Extract<Remark, { kind: kind }>> } = {
  'changed-unseen': fc.record({
    kind: fc.constant('changed-unseen'),
    since: moment,
    settings: fc.array(setting, { maxLength: 20 }),
  }),
  'put-back': fc.record({
    kind: fc.constant('put-back'),
    claims: fc.array(
      fc.record({
        setting,
        claimed: value,
        required: hostileText,
        rule: hostileText,
        at: hostileText,
        call: hostileText,
        eventId: hostileText,
        actor,
      }),
      { maxLength: 8 },
    ),
  }),
  'newly-refused': fc.record({
    kind: fc.constant('newly-refused'),
    settings: fc.array(setting, { maxLength: 8 }),
  }),
  'still-wrong': fc.record({ kind: fc.constant('still-wrong'), since: moment, days: count }),
  war: fc
    .record({
      kind: fc.constant('war' as const),
      settings: fc.array(setting, { maxLength: 8 }),
      times: fc.integer({ min: 1, max: 1000 }),
      actors: fc.array(actor, { maxLength: 6 }),
      stack: fc.option(hostileText, { nil: undefined }),
      nextWriteAt: moment,
    })
    .map(({ stack, ...members }) => ({ ...members, ...(stack !== undefined && { stack }) })),
  'brought-back': fc.record({
    kind: fc.constant('brought-back'),
    settings: fc.array(setting, { maxLength: 8 }),
    times: fc.integer({ min: 1, max: 1000 }),
  }),
  'back-in-compliance': fc.record({
    kind: fc.constant('back-in-compliance'),
    since: moment,
    rules: fc.array(hostileText, { maxLength: 12 }),
    unbound: fc.array(hostileText, { maxLength: 12 }),
    isWhole: fc.boolean(),
  }),
  'war-over': fc.record({ kind: fc.constant('war-over'), since: moment }),
  'lost-update': fc.record({
    kind: fc.constant('lost-update'),
    outcome: hostileText,
    writtenAt: moment,
    call: hostileText,
    eventId: hostileText,
    eventTime: moment,
    actor,
    settings: fc.array(fc.record({ setting, ours: value, theirs: value }), { maxLength: 8 }),
  }),
  'left-scope': fc.record({
    kind: fc.constant('left-scope'),
    policies: fc.array(hostileText, { maxLength: 6 }),
    until: moment,
  }),
  'memory-lost': fc.record({ kind: fc.constant('memory-lost') }),
  denied: fc.record({ kind: fc.constant('denied'), error: hostileText }),
};

/** Refusals whose every text is hostile. */
export const hostileRefusals = fc.array(
  fc.record({
    code: fc.constantFrom('needs-tier', 'refused-by-aws'),
    settings: fc.constant([]),
    reason: hostileText,
    next: hostileText,
  }),
  { maxLength: 4 },
);

/** Outcomes whose every text is hostile, up to sizes no pool reaches. */
export const hostileOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    reason: hostileText,
    name: fc.oneof(hostileText, fc.constant(null)),
    owners: fc.array(hostileOwner, { maxLength: 8 }),
    causes: fc.array(cause, { maxLength: 6 }),
    findings: fc.array(hostileFinding, { maxLength: 12 }),
    refusals: hostileRefusals,
    sideEffects: fc.array(fc.record({ path: hostileText, from: hostileText, to: hostileText }), {
      maxLength: 12,
    }),
    unknownSettings: fc.array(hostileText, { maxLength: 12 }),
    remarks: fc.array(fc.oneof(...Object.values(remarks)), { maxLength: 3 }),
  })
  .map(({ name, ...members }) => {
    const outcome = anOutcome(members);
    return outcome.pool ? { ...outcome, pool: { ...outcome.pool, name } } : outcome;
  });
