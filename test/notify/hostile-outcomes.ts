import fc from 'fast-check';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { settings } from '../../src/pool/settings.ts';
import type { Outcome, OutcomeKind } from '../../src/remediation/outcome.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

const tricks = [
  '<!channel>',
  '<!here|x>',
  '<@U012345>',
  '@channel @here',
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
];

const finding = fc
  .record({
    setting: fc.constantFrom(...settings.map((setting) => setting.path)),
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
  })
  .map(aFinding);

const cause = fc
  .record({
    call: fc.constantFrom('UpdateUserPool', 'CreateUserPoolClient', 'DeleteUserPool'),
    eventId: hostileText,
    eventTime: fc.oneof(fc.constant('2026-11-23T09:14:07Z'), hostileText),
    governed: fc.boolean(),
    actor: fc
      .record({
        arn: hostileText,
        invokedBy: hostileText,
        sourceIpAddress: hostileText,
        userAgent: hostileText,
        sessionIssuer: hostileText,
      })
      .map(anActor),
  })
  .map(aCall);

/** Outcomes whose every text is hostile, up to sizes no pool reaches. */
export const hostileOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    reason: hostileText,
    name: fc.oneof(hostileText, fc.constant(null)),
    causes: fc.array(cause, { maxLength: 6 }),
    findings: fc.array(finding, { maxLength: 12 }),
    refusals: fc.array(
      fc.record({
        code: fc.constantFrom('needs-tier', 'refused-by-aws'),
        settings: fc.constant([]),
        reason: hostileText,
        next: hostileText,
      }),
      { maxLength: 4 },
    ),
    sideEffects: fc.array(fc.record({ path: hostileText, from: hostileText, to: hostileText }), {
      maxLength: 12,
    }),
    unknownSettings: fc.array(hostileText, { maxLength: 12 }),
  })
  .map(({ name, ...members }) => {
    const outcome = anOutcome(members);
    return outcome.pool ? { ...outcome, pool: { ...outcome.pool, name } } : outcome;
  });
