import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/pool/json.ts';
import type { SettingPath } from '../../../src/pool/settings.ts';
import { judge } from '../../../src/remediation/look.ts';
import type { Plan } from '../../../src/remediation/plan.ts';
import { aPolicy, aPolicySet } from '../../support/a-policy.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';
import { aRule } from '../../support/a-rule.ts';
import type { Asked } from '../../support/policies-asking.ts';
import { lookAt } from '../look-at.ts';
import { planned as plannedFor } from '../planned.ts';

const challenge = 'DeviceConfiguration.ChallengeRequiredOnNewDevice';
const prompt = 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt';
const verified = 'AutoVerifiedAttributes';
const guarded = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
const former = 'LambdaConfig.PreTokenGeneration';
const current = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';
const sns = 'SmsConfiguration.SnsCallerArn';

const planned = (
  set: { readonly [path: string]: Json | undefined },
  asked: { readonly [path in SettingPath]?: Asked['asks'] },
): Plan => plannedFor({ set, asked });

describe('rules on settings that AWS couples', () => {
  it('conflict where a change would force what another rule holds to be wrong', () => {
    const { changes, refusals } = planned({}, { [challenge]: { absent: true }, [prompt]: { equals: true } });

    expect(changes).toEqual([]);
    expect(refusals).toEqual([
      {
        code: 'policies-conflict',
        settings: [challenge],
        reason: `AWS would set ${prompt} to not set with it, which other rules forbid: rule-1 (policies/baseline.yaml:7).`,
        next: 'Loosen one of these rules, or narrow the scope of its policy.',
      },
    ]);
  });

  it('conflict in words that name every rule that holds now and would not', () => {
    const guardedRule = (line: number) =>
      aRule({
        id: `prompt-${line}`,
        setting: prompt,
        asks: { equals: true },
        source: { file: 'policies/baseline.yaml', line, column: 5 },
      });
    const absent = aRule({
      id: 'no-challenge',
      setting: challenge,
      asks: { absent: true },
      allowWeakening: 'SEC-1',
    });

    const { refusals } = lookAt({}, absent, guardedRule(3), guardedRule(9)).plan;

    expect(refusals[0]?.reason).toContain(
      'prompt-3 (policies/baseline.yaml:3), prompt-9 (policies/baseline.yaml:9)',
    );
  });

  it('conflict where one asks for half of DeviceConfiguration and another against the other half', () => {
    const { changes, refusals } = planned({}, { [challenge]: { absent: true }, [prompt]: { equals: false } });

    expect(changes).toMatchObject([{ setting: prompt, to: false }]);
    expect(refusals).toMatchObject([{ code: 'policies-conflict', settings: [challenge] }]);
  });

  it('are both satisfied by a change that goes further than its own rule asks', () => {
    const { changes, refusals } = planned(
      { [verified]: [], [guarded]: [] },
      { [verified]: { includes: ['email'] }, [guarded]: { includes: ['phone_number'] } },
    );

    expect(refusals).toEqual([]);
    expect(changes).toMatchObject([
      {
        setting: verified,
        to: ['email', 'phone_number'],
        because: [{ rule: 'rule-0' }, { coupling: 'verified-before-update', forcedBy: guarded }],
      },
      { setting: guarded, to: ['phone_number'] },
    ]);
  });

  it('keep what each asks alone where the other one is refused', () => {
    const { changes, refusals } = planned(
      { [verified]: [], [guarded]: [], SmsConfiguration: undefined },
      { [verified]: { includes: ['email'] }, [guarded]: { includes: ['phone_number'] } },
    );

    expect(changes).toMatchObject([{ setting: verified, to: ['email'] }]);
    expect(refusals).toMatchObject([{ code: 'needs-sms-configuration', settings: [guarded] }]);
  });
});

describe('a sensitive setting that AWS couples to one that the deployment names', () => {
  it('follows that one, but not where a rule of its own asks for it', () => {
    const [one, two] = ['one', 'two'].map((name) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`);
    const rules = [
      aRule({ id: 'former', setting: former, asks: { oneOf: [one, two] }, remediateTo: two ?? null }),
      aRule({ id: 'current', setting: current, asks: { equals: one } }),
    ];

    const { plan } = judge(aPoolSnapshot(), aPolicySet({ policies: [aPolicy({ rules })] }), {
      ceiling: 'remediate',
      today: '2026-11-23',
      remediateSensitive: [current],
      unknownSettings: 'carry',
    });

    expect(plan.refusals).toMatchObject([{ code: 'sensitive', settings: [former] }]);
    expect(plan.changes).toMatchObject([
      { setting: former, to: one, because: [{ kind: 'coupling' }] },
      { setting: current, to: one, because: [{ rule: 'current' }] },
    ]);
  });
});

describe('a change that is refused because of another one', () => {
  it('is made after all where that other one is refused itself', () => {
    const { changes, refusals } = planned(
      {},
      {
        UserPoolTier: { equals: 'LITE' },
        'WebAuthnConfiguration.RelyingPartyId': { equals: 'example.com' },
      },
    );

    expect(changes).toMatchObject([{ setting: 'WebAuthnConfiguration.RelyingPartyId' }]);
    expect(refusals).toMatchObject([{ code: 'tier-in-use', settings: ['UserPoolTier'] }]);
  });

  it('is made after all beside a change that was never refused', () => {
    const { changes, refusals } = planned(
      {},
      {
        UserPoolTier: { equals: 'LITE' },
        'WebAuthnConfiguration.RelyingPartyId': { equals: 'example.com' },
        'Policies.PasswordPolicy.MinimumLength': { atLeast: 16 },
      },
    );

    expect(changes.map(({ setting }) => setting)).toEqual([
      'WebAuthnConfiguration.RelyingPartyId',
      'Policies.PasswordPolicy.MinimumLength',
    ]);
    expect(refusals).toMatchObject([{ code: 'tier-in-use', settings: ['UserPoolTier'] }]);
  });

  it('says why it is refused all the same where that other one is refused itself', () => {
    const { refusals } = planned(
      { 'EmailConfiguration.EmailSendingAccount': 'COGNITO_DEFAULT' },
      { UserPoolTier: { equals: 'LITE' }, 'EmailMfaConfiguration.Message': { equals: 'Code {####}' } },
    );

    expect(refusals).toMatchObject([
      { code: 'email-mfa', settings: ['EmailMfaConfiguration.Message'] },
      { code: 'tier-in-use', settings: ['UserPoolTier'] },
    ]);
  });

  it('is the same one in whatever order the rules stand', () => {
    const message = { 'EmailMfaConfiguration.Message': { equals: 'Code {####}' } };
    const subject = { 'EmailMfaConfiguration.Subject': { equals: 'Code' } };
    const lite = { UserPoolTier: 'LITE', MfaConfiguration: 'OFF' };

    const [left, right] = [
      planned(lite, { ...message, ...subject }),
      planned(lite, { ...subject, ...message }),
    ];

    expect(left.refusals).toEqual(right.refusals);
  });
});

describe('a sender of SMS messages', () => {
  it('can be replaced, and not taken away', () => {
    const other = 'arn:aws:iam::111122223333:role/service-role/other-sms';

    const [replaced, gone] = [
      planned({}, { [sns]: { equals: other } }),
      planned({}, { [sns]: { absent: true } }),
    ];

    expect(replaced).toMatchObject({ changes: [{ setting: sns, to: other }], refusals: [] });
    expect(gone).toMatchObject({ changes: [], refusals: [{ code: 'no-remedy', settings: [sns] }] });
  });
});

describe('a tier that goes lower', () => {
  it('is no obstacle to the level names that every pool has', () => {
    const levels = Object.fromEntries(
      [1, 2, 3, 4].map((level) => [`Level${level}`, { AcrValue: `urn:cognito:loa:${level}` }]),
    );

    const { refusals } = planned({ AcrConfiguration: levels }, { UserPoolTier: { equals: 'LITE' } });

    expect(refusals).toMatchObject([{ reason: expect.not.stringContaining('AcrConfiguration') }]);
  });
});
