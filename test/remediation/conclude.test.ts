import { describe, expect, it } from 'vitest';
import type { Applied } from '../../src/remediation/applied.ts';
import { concludeApplied, concludeHeld, concludeLook, concludeOpen } from '../../src/remediation/conclude.ts';
import { judge } from '../../src/remediation/look.ts';
import type { OutcomeFrame } from '../../src/remediation/make-outcome.ts';
import { openOutcome } from '../../src/remediation/open-outcome.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { aRule } from '../support/a-rule.ts';
import { lookAt } from './look-at.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const snapshot = aPoolSnapshot();
const frame: OutcomeFrame = {
  id: 'an-outcome',
  pool: snapshot.pool,
  causes: [aCall()],
  policyDigest: 'sha256:0',
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
};

const protection = aRule({
  id: 'threat-protection',
  setting: 'UserPoolAddOns.AdvancedSecurityMode',
  asks: { atLeast: 'ENFORCED' },
});
const unprotected = { 'UserPoolAddOns.AdvancedSecurityMode': 'OFF', UserPoolTier: 'ESSENTIALS' };

const sound = lookAt({}, aRule());
const weak = lookAt({ [length]: 8 }, aRule());
const weakAndUnprotected = lookAt({ [length]: 8, ...unprotected }, aRule(), protection);

describe('an outcome', () => {
  it('says how many causes it does not name', () => {
    expect(concludeLook({ ...frame, causesOmitted: 480 }, sound)).toMatchObject({ causesOmitted: 480 });
  });

  it('says nothing of it where it names all', () => {
    expect(concludeLook(frame, sound)).not.toHaveProperty('causesOmitted');
  });
});

describe('a look that led to no write', () => {
  it.each([
    ['compliant', 'satisfies policy', sound],
    ['planned', 'is to be changed', weak],
    ['planned', 'is to be changed and in part refused', weakAndUnprotected],
    ['refused', 'can’t be put right at all', lookAt(unprotected, protection)],
    ['reported', 'a rule only notifies about', lookAt({ [length]: 8 }, aRule({ mode: 'notify' }))],
  ] as const)('is %s where the pool %s', (kind, _, look) => {
    expect(concludeLook(frame, look)).toMatchObject({ kind, id: 'an-outcome', causes: [aCall()] });
  });

  it('is compliant where all that differs was accepted', () => {
    const policies = aPolicySet({
      policies: [aPolicy({ rules: [aRule()] })],
      exemptions: [
        {
          pools: [snapshot.pool.arn],
          rules: [{ rule: aRule().id }],
          reason: 'The old application has fields of 8 characters.',
          approver: 'security@example.com',
          ticket: 'SEC-7',
          granted: '2026-11-01',
          expires: '2026-12-24',
          source: { file: 'policies/exemptions.yaml', line: 2, column: 5 },
        },
      ],
    });
    const look = judge(aPoolSnapshot({ set: { [length]: 8 } }), policies, {
      ceiling: 'remediate',
      today: '2026-11-23',
      ...cautiousPlan,
    });

    expect(concludeLook(frame, look)).toMatchObject({
      kind: 'compliant',
      findings: [{ found: 8, exemption: { ticket: 'SEC-7' } }],
    });
  });

  it('is compliant where a person asked to look', () => {
    const asked = { kind: 'asked', eventTime: '2026-11-23T10:00:00Z' } as const;

    const outcome = concludeLook({ ...frame, causes: [asked] }, sound);

    expect(outcome.kind).toBe('compliant');
    expect(outcome).not.toHaveProperty('reason');
  });

  it('is reported where a call that policy does not govern made us look, each call named once', () => {
    const client = aCall({ call: 'CreateUserPoolClient', governed: false });
    const domain = aCall({ call: 'CreateUserPoolDomain', governed: false });

    const outcome = concludeLook({ ...frame, causes: [client, domain, client, aCall()] }, sound);

    expect(outcome).toMatchObject({
      kind: 'reported',
      reason: "Policy files don't govern CreateUserPoolClient, CreateUserPoolDomain.",
    });
  });

  it('holds what was found, what is required and what is now', () => {
    const { findings, changes, carried } = concludeLook(frame, weak);

    expect(findings).toMatchObject([{ found: 8, required: 'at least 14', now: 8, resolved: false }]);
    expect(changes).toMatchObject([{ from: 8, to: 14 }]);
    expect(carried).toBe(weak.plan.carried);
  });

  it('names the members that the catalogue does not know', () => {
    const outcome = concludeLook(frame, lookAt({ QuantumConfiguration: { Level: 3 } }, aRule()));

    expect(outcome.unknownSettings).toEqual(['QuantumConfiguration']);
  });
});

describe('a plan that was carried out', () => {
  const refusal = { code: 'refused-by-aws', settings: [length], reason: 'No.', next: 'Ask.' } as const;

  const changes = weak.plan.changes;
  const refusedThen = {
    kind: 'stopped',
    after: weak,
    changes: [],
    stop: { kind: 'refused', refusals: [refusal] },
  } as const;
  const failedThen = {
    kind: 'stopped',
    after: weak,
    changes: [],
    stop: { kind: 'failed', reason: 'contended' },
  } as const;

  it.each<[string, Applied]>([
    ['gone', { kind: 'gone' }],
    ['remediated', { kind: 'written', before: weak, after: sound, changes }],
    ['reported', { kind: 'not-needed', after: sound }],
    ['refused', { kind: 'not-needed', after: lookAt(unprotected, protection) }],
    ['refused', refusedThen],
    ['failed', failedThen],
    ['partly', { ...refusedThen, before: weak, after: sound, changes }],
    ['partly', { ...failedThen, before: weak, after: sound, changes }],
  ])('is %s', (kind, applied) => {
    expect(concludeApplied(frame, weak, applied)).toMatchObject({ kind, id: 'an-outcome' });
  });

  it('says why nothing was written', () => {
    const [gone, notNeeded, refused, failed] = (
      [{ kind: 'gone' }, { kind: 'not-needed', after: sound }, refusedThen, failedThen] as const
    ).map((applied) => concludeApplied(frame, weak, applied));

    expect(gone?.reason).toBe('There is no such user pool, or no longer.');
    expect(notNeeded).toMatchObject({
      reason: 'Somebody else put it right before we wrote.',
      refusals: [],
      findings: [{ found: 8, now: 14, resolved: true }],
    });
    expect(refused).not.toHaveProperty('reason');
    expect(refused?.refusals).toEqual([refusal]);
    expect(failed).toMatchObject({ reason: 'contended.', refusals: [] });
  });

  it('is no part of one where the first write had changed nothing', () => {
    const outcome = concludeApplied(frame, weak, { ...failedThen, before: weak });

    expect(outcome).toMatchObject({ kind: 'failed', changes: [], carried: 0 });
  });

  it('says of a part what was written, and why the rest was not', () => {
    const outcome = concludeApplied(frame, weak, { ...failedThen, before: weak, after: sound, changes });

    expect(outcome).toMatchObject({
      changes: [{ from: 8, to: 14 }],
      carried: weak.plan.carried,
      findings: [{ now: 14, resolved: true }],
      reason: 'contended.',
    });
  });

  it('says what was put right, when, and what the settings are now', () => {
    const outcome = concludeApplied(frame, weak, { kind: 'written', before: weak, after: sound, changes });

    expect(outcome).toMatchObject({
      fixedAt: sound.snapshot.takenAt,
      changes: [{ from: 8, to: 14 }],
      findings: [{ found: 8, now: 14, resolved: true }],
      carried: weak.plan.carried,
      sideEffects: [],
    });
  });

  it('keeps what was found at first where the write followed a later look', () => {
    const later = lookAt({ [length]: 10 }, aRule());

    const outcome = concludeApplied(frame, weak, {
      kind: 'written',
      before: later,
      after: sound,
      changes: later.plan.changes,
    });

    expect(outcome).toMatchObject({ findings: [{ found: 8, now: 14 }], changes: [{ from: 10, to: 14 }] });
  });

  it('adds what came up only in the last look', () => {
    const rules = [aRule(), protection];
    const first = lookAt({ [length]: 8 }, ...rules);
    const after = lookAt({ 'UserPoolAddOns.AdvancedSecurityMode': 'OFF' }, ...rules);

    const outcome = concludeApplied(frame, first, {
      kind: 'written',
      before: first,
      after,
      changes: first.plan.changes,
    });

    expect(outcome.findings).toMatchObject([
      { rule: 'password-minimum-length', resolved: true },
      { rule: 'threat-protection', found: 'OFF', now: 'OFF', resolved: false },
    ]);
    expect(outcome.sideEffects).toMatchObject([{ path: 'UserPoolAddOns.AdvancedSecurityMode' }]);
  });

  it('claims no change where none was made', () => {
    const refused = concludeApplied(frame, weak, refusedThen);
    const failed = concludeApplied(frame, weak, failedThen);

    for (const outcome of [refused, failed])
      expect(outcome).toMatchObject({ changes: [], carried: 0, findings: [{ resolved: false }] });
  });

  it('tells AWS’s refusal beside those of the plan', () => {
    const { refusals } = concludeApplied(frame, weakAndUnprotected, {
      ...refusedThen,
      after: weakAndUnprotected,
    });

    expect(refusals.map(({ code }) => code)).toEqual(['needs-tier', 'refused-by-aws']);
  });
});

describe('a plan that waits', () => {
  const reason = 'Writing to this pool is paused.';
  const { changes } = weak.plan;

  it('is paused, with what is wrong, what was refused and why it waits', () => {
    const held = concludeHeld(weakAndUnprotected, { written: [] }, reason);

    expect(held).toEqual({ kind: 'held', after: weakAndUnprotected, reason });
    expect(concludeApplied(frame, weakAndUnprotected, held)).toMatchObject({
      kind: 'paused',
      reason,
      changes: [],
      carried: 0,
      findings: [{ now: 8, resolved: false }, { rule: 'threat-protection' }],
      refusals: [{ code: 'needs-tier' }],
    });
  });

  it('is a part, with one full stop, where a process that is gone had written of it', () => {
    const held = concludeHeld(sound, { written: changes, before: weak }, reason);

    expect(concludeApplied(frame, weak, held)).toMatchObject({
      kind: 'partly',
      reason,
      changes: [{ from: 8, to: 14 }],
      carried: weak.plan.carried,
      findings: [{ found: 8, now: 14, resolved: true }],
    });
  });

  it('keeps the full stops within its reason', () => {
    const held = concludeHeld(sound, { written: changes, before: weak }, 'Paused by j.doe. Until noon');

    expect(held).toMatchObject({ stop: { kind: 'failed', reason: 'Paused by j.doe. Until noon' } });
  });

  it('is paused where that process had looked and written nothing', () => {
    expect(concludeHeld(weak, { written: [], before: weak }, reason)).toMatchObject({ kind: 'held' });
  });
});

describe('a write whose story was cut off', () => {
  const open = openOutcome({ ...frame, id: 'the-open-one' }, weak.evaluation.findings, weak, {
    written: [],
  });

  it('is told as remediated, with what was found, changed and carried before the crash', () => {
    const outcome = concludeOpen({ ...frame, id: open.id }, open, sound);

    expect(outcome).toMatchObject({
      kind: 'remediated',
      id: 'the-open-one',
      findings: [{ found: 8, now: 14, resolved: true }],
      changes: [{ from: 8, to: 14 }],
      carried: weak.plan.carried,
      sideEffects: [],
    });
  });

  it('tells what else has moved since the pool that was remembered', () => {
    const now = lookAt({ DeletionProtection: 'INACTIVE' }, aRule());

    const { sideEffects } = concludeOpen({ ...frame, id: open.id }, open, now);

    expect(sideEffects).toEqual([{ path: 'DeletionProtection', from: 'ACTIVE', to: 'INACTIVE' }]);
  });
});
