import { describe, expect, it } from 'vitest';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { visibleOutcome } from '../../src/notify/visible-outcome.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';
import { toldOutcomes } from './told-outcomes.ts';

const invitation = 'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage';
const claim = {
  setting: 'SmsConfiguration.ExternalId',
  claimed: 's3cret',
  required: 'equals s3cret',
  rule: 'sms-external-id',
  at: 'policies/baseline.yaml:14',
  call: 'UpdateUserPool',
  eventId: 'event-1',
  actor: anActor(),
} as const;
const because = [{ kind: 'rule', rule: 'x', at: 'x:1' }] as const;

describe('visibleOutcome', () => {
  it.each<[string, Partial<Outcome>]>([
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
      'a change',
      {
        changes: [{ setting: 'SmsConfiguration.EumsSms.ExternalId', from: 's3cret', to: 's3cret', because }],
      },
    ],
    [
      'a side effect',
      { sideEffects: [{ path: 'SmsConfiguration.ExternalId', from: 's3cret', to: 's3cret' }] },
    ],
    [
      'a member that is newer than the catalogue',
      { sideEffects: [{ path: 'SmsConfiguration.TrustToken', from: '"s3cret"', to: 'not set' }] },
    ],
    [
      'such a member of the MFA configuration',
      {
        sideEffects: [
          { path: 'MfaConfig:SmsMfaConfiguration.SmsConfiguration.Later', from: '{"a":"s3cret"}', to: '1' },
        ],
      },
    ],
    [
      'such a member right below the answer',
      { sideEffects: [{ path: 'MfaConfig:SmsConfiguration', from: '{"a":"s3cret"}', to: '1' }] },
    ],
    [
      'a structure of tomorrow that holds an external id',
      {
        sideEffects: [
          { path: 'VoiceConfiguration', from: '{"ExternalId":"a \\"s3cret\\" id","Rate":1}', to: '1' },
        ],
      },
    ],
    [
      'an external id of tomorrow',
      { sideEffects: [{ path: 'Voice.ExternalId', from: '"s3cret"', to: '"s3cret"' }] },
    ],
    ['what somebody asked for', { remarks: [{ kind: 'put-back', claims: [claim] }] }],
    [
      'an update that may be lost',
      {
        remarks: [
          {
            kind: 'lost-update',
            outcome: 'outcome-1',
            writtenAt: '2026-11-23T09:14:41.300Z',
            call: 'UpdateUserPool',
            eventId: 'event-1',
            eventTime: '2026-11-23T09:14:07Z',
            actor: anActor(),
            settings: [{ setting: 'SmsConfiguration.ExternalId', ours: 's3cret', theirs: 's3cret' }],
          },
        ],
      },
    ],
  ])('hides the SMS external id of %s', (_what, overrides) => {
    expect(JSON.stringify(visibleOutcome(anOutcome(overrides)))).not.toContain('s3cret');
  });

  it('shows what of the SMS configuration is no secret', () => {
    const sideEffects = [{ path: 'SmsConfiguration.SnsRegion', from: 'eu-west-1', to: 'us-east-1' }];

    expect(visibleOutcome(anOutcome({ sideEffects })).sideEffects).toEqual(sideEffects);
  });

  it('leaves an outcome without secrets and long values as it is', () => {
    expect(visibleOutcome(anOutcome())).toEqual(anOutcome());
  });

  it('cuts every long text from outside to 1,000 characters, and says how long it was', () => {
    const long = '漢'.repeat(20_000);
    const outcome = anOutcome({
      reason: long,
      findings: [aFinding({ setting: invitation, found: long, now: long, required: long })],
      changes: [{ setting: invitation, from: long, to: long, because }],
      refusals: [{ code: 'refused-by-aws', settings: [invitation], reason: long, next: long }],
      sideEffects: [{ path: 'PoolName', from: long, to: long }],
      causes: [aCall({ actor: anActor({ arn: long, userAgent: long }) })],
      remarks: [
        {
          kind: 'put-back',
          claims: [{ ...claim, setting: invitation, claimed: long, required: long, actor: { type: long } }],
        },
        {
          kind: 'war',
          settings: [invitation],
          times: 3,
          actors: [{ type: long }],
          stack: long,
          nextWriteAt: '2026-11-23T09:29:41.000Z',
        },
        {
          kind: 'lost-update',
          outcome: 'outcome-1',
          writtenAt: '2026-11-23T09:14:41.300Z',
          call: 'UpdateUserPool',
          eventId: 'event-1',
          eventTime: '2026-11-23T09:14:07Z',
          actor: { type: long },
          settings: [{ setting: invitation, ours: long, theirs: long }],
        },
        { kind: 'denied', error: long },
      ],
    });

    const texts: string[] = [];
    JSON.stringify(visibleOutcome(outcome), (_key, node: unknown) => {
      if (typeof node === 'string' && node.includes('漢')) texts.push(node);
      return node;
    });

    expect(texts).toHaveLength(21);
    for (const text of texts) expect(text).toMatch(/^漢{974}… \(cut, 20,000 characters\)$/);
  });

  it('makes a text of a map that is long only as a whole', () => {
    const tags = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`tag-${index}`, 'x'.repeat(256)]),
    );
    const findings = [aFinding({ setting: 'UserPoolTags', found: tags, now: { team: 'checkout' } })];

    const [finding] = visibleOutcome(anOutcome({ findings })).findings;

    expect(finding?.found).toMatch(/^tag-0=x+, tag-1=.+… \(cut, 13,\d{3} characters\)$/);
    expect(finding?.now).toEqual({ team: 'checkout' });
  });

  it('keeps of the same claim by the same caller the first', () => {
    const claims = [claim, { ...claim, eventId: 'event-2' }, { ...claim, actor: anActor({ arn: 'other' }) }];

    const { remarks } = visibleOutcome(anOutcome({ remarks: [{ kind: 'put-back', claims }] }));

    expect(remarks).toMatchObject([
      { claims: [{ eventId: 'event-1', actor: anActor() }, { actor: { arn: 'other' } }] },
    ]);
  });

  it('keeps twenty of many causes and counts the others beside those left out before', () => {
    const causes = Array.from({ length: 500 }, (_, index) => aCall({ eventId: String(index) }));

    const visible = visibleOutcome(anOutcome({ causes, causesOmitted: 7 }));

    expect([visible.causes.length, visible.causesOmitted]).toEqual([20, 487]);
  });
});

describe('the notice of a visible outcome', () => {
  it.each(Object.entries(toldOutcomes))('is the same mail: %s', (_name, outcome) => {
    expect(emailText(aNotice(visibleOutcome(outcome)))).toEqual(emailText(aNotice(outcome)));
  });

  it('says to machines that it was cut', () => {
    const found = 'x'.repeat(20_000);
    const outcome = visibleOutcome(anOutcome({ findings: [aFinding({ setting: invitation, found })] }));

    expect(noticeEvent(aNotice(outcome))).toMatchObject({ truncated: true });
  });
});
