import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { Exemption } from '../../src/policy/exemption.ts';
import type { Rule } from '../../src/policy/policy.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { aRule } from '../support/a-rule.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const recovery = 'AccountRecoverySetting.RecoveryMechanisms';
const options = { ceiling: 'remediate', today: '2026-11-23' } as const;
const withLength = (value: number) => aPoolSnapshot({ set: { [length]: value } });

describe('evaluate', () => {
  it('finds nothing and asks for nothing in a pool that satisfies policy', () => {
    expect(evaluate(aPoolSnapshot(), aPolicySet(), options)).toMatchObject({
      findings: [],
      targets: new Map(),
      kept: new Map([[length, { kind: 'required', constraint: { min: 14 } }]]),
    });
  });

  it('says of a rule that is not satisfied what was found, what is required and where the rule stands', () => {
    const policies = aPolicySet({
      policies: [aPolicy({ owner: 'security@example.com', exemptionsUrl: 'https://example.com/ask' })],
    });

    const { findings, targets, kept } = evaluate(withLength(8), policies, options);

    expect(kept.size).toBe(0);
    expect(findings).toEqual([
      {
        policy: 'baseline',
        rule: 'password-minimum-length',
        at: 'policies/baseline.yaml:7',
        setting: length,
        found: 8,
        required: 'at least 14',
        severity: 'high',
        mode: 'remediate',
        why: 'Every character more makes a password costlier to guess.',
        controls: [],
        owner: 'security@example.com',
        exemptionsUrl: 'https://example.com/ask',
      },
    ]);
    expect([...targets]).toEqual([
      [
        length,
        {
          kind: 'required',
          constraint: { kind: 'interval', min: 14, max: 99 },
          rules: [{ rule: 'password-minimum-length', at: 'policies/baseline.yaml:7' }],
          terms: {},
        },
      ],
    ]);
  });

  it('puts the worst severity first, and equals in the order of the files', () => {
    const rules = (['low', 'critical', 'medium', 'high', 'critical'] as const).map((severity, index) =>
      aRule({ id: `${severity}-${index}`, severity }),
    );

    const { findings } = evaluate(withLength(8), aPolicySet({ policies: [aPolicy({ rules })] }), options);

    expect(findings.map(({ rule }) => rule)).toEqual([
      'critical-1',
      'critical-4',
      'high-3',
      'medium-2',
      'low-0',
    ]);
  });

  it('does not look at a rule that is off, nor at a policy that does not bind the pool', () => {
    const policies = aPolicySet({
      policies: [
        aPolicy({ rules: [aRule({ mode: 'off' })] }),
        aPolicy({ appliesTo: { regions: ['us-east-1'] } }),
      ],
    });

    expect(evaluate(withLength(8), policies, options).findings).toEqual([]);
  });

  it('tells of a notify rule and puts nothing right for it', () => {
    const policies = aPolicySet({ policies: [aPolicy({ rules: [aRule({ mode: 'notify' })] })] });

    const { findings, targets } = evaluate(withLength(8), policies, options);

    expect(findings.map(({ mode }) => mode)).toEqual(['notify']);
    expect(targets.size).toBe(0);
  });

  it('remediates nothing under a ceiling of notify', () => {
    const { findings, targets } = evaluate(withLength(8), aPolicySet(), { ...options, ceiling: 'notify' });

    expect(findings.map(({ mode }) => mode)).toEqual(['notify']);
    expect(targets.size).toBe(0);
  });

  it('aims at what all remediating rules ask for, those that hold and those of other policies too', () => {
    const policies = aPolicySet({
      policies: [
        aPolicy({
          rules: [aRule({ id: 'floor' }), aRule({ id: 'told', asks: { atLeast: 20 }, mode: 'notify' })],
        }),
        aPolicy({ rules: [aRule({ id: 'ceiling', asks: { atMost: 16 }, allowWeakening: 'SEC-1' })] }),
      ],
    });

    const { targets } = evaluate(withLength(8), policies, options);

    expect(targets.get(length)).toEqual({
      kind: 'required',
      constraint: { kind: 'interval', min: 14, max: 16 },
      rules: [
        { rule: 'floor', at: 'policies/baseline.yaml:7' },
        { rule: 'ceiling', at: 'policies/baseline.yaml:7' },
      ],
      terms: {},
      allowWeakening: 'SEC-1',
    });
  });

  it('gathers the terms of all rules on a setting', () => {
    const rules = [
      aRule({ id: 'mfa', setting: 'MfaConfiguration', asks: { atLeast: 'OPTIONAL' } }),
      aRule({
        id: 'mfa-with-app',
        setting: 'MfaConfiguration',
        asks: { atLeast: 'ON' },
        terms: { factor: 'SOFTWARE_TOKEN_MFA', allowLockOut: 'SEC-2' },
      }),
    ];

    const { targets } = evaluate(
      aPoolSnapshot({ userPool: { MfaConfiguration: 'OFF' } }),
      aPolicySet({ policies: [aPolicy({ rules })] }),
      options,
    );

    expect(targets.get('MfaConfiguration')).toMatchObject({
      terms: { factor: 'SOFTWARE_TOKEN_MFA', allowLockOut: 'SEC-2' },
    });
  });

  it('takes the terms of the graver of two rules, and of equally grave ones those of the first by name', () => {
    const termsOf = (...rules: readonly Rule[]) => {
      const target = evaluate(
        aPoolSnapshot({ userPool: { MfaConfiguration: 'OFF' } }),
        aPolicySet({ policies: [aPolicy({ rules })] }),
        options,
      ).targets.get('MfaConfiguration');
      return target?.kind === 'required' && target.terms.allowLockOut;
    };
    const mfa = (id: string, severity: Rule['severity']) =>
      aRule({
        id,
        severity,
        setting: 'MfaConfiguration',
        asks: { atLeast: 'ON' },
        terms: { allowLockOut: id },
      });
    const [a, b, graver] = [mfa('a', 'high'), mfa('b', 'high'), mfa('graver', 'critical')];

    expect([termsOf(a, b), termsOf(b, a)]).toEqual(['a', 'a']);
    expect([termsOf(a, graver), termsOf(graver, a)]).toEqual(['graver', 'graver']);
  });

  it('weakens a pool under the ticket of any of the rules', () => {
    const rules = [
      aRule({ id: 'floor', severity: 'critical', asks: { atLeast: 8 } }),
      aRule({ id: 'ceiling', asks: { atMost: 16 }, allowWeakening: 'SEC-1' }),
    ];

    const { targets } = evaluate(withLength(20), aPolicySet({ policies: [aPolicy({ rules })] }), options);

    expect(targets.get(length)).toMatchObject({
      kind: 'required',
      constraint: { kind: 'interval', min: 8, max: 16 },
      allowWeakening: 'SEC-1',
    });
  });

  it('finds a conflict where two policies that meet on this pool leave no value', () => {
    const policies = aPolicySet({
      policies: [
        aPolicy({
          appliesTo: { tags: { team: ['checkout'] } },
          rules: [aRule({ id: 'long', asks: { atLeast: 20 } })],
        }),
        aPolicy({
          appliesTo: { tags: { environment: ['production'] } },
          rules: [aRule({ id: 'short', asks: { atMost: 16 }, allowWeakening: 'SEC-1' })],
        }),
      ],
    });

    expect(evaluate(withLength(8), policies, options).targets.get(length)).toEqual({
      kind: 'conflict',
      rules: [
        { rule: 'long', at: 'policies/baseline.yaml:7' },
        { rule: 'short', at: 'policies/baseline.yaml:7' },
      ],
    });
  });

  it('finds a conflict where rules that only tighten would together weaken', () => {
    const validity = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';
    const rules = [
      aRule({ id: 'left', setting: validity, asks: { oneOf: [1, 3] } }),
      aRule({ id: 'right', setting: validity, asks: { oneOf: [1, 2, 4] } }),
      aRule({ id: 'third', setting: validity, asks: { oneOf: [3, 4] } }),
    ];
    const evaluated = (asked: typeof rules) =>
      evaluate(
        aPoolSnapshot({ set: { [validity]: 3 } }),
        aPolicySet({ policies: [aPolicy({ rules: asked })] }),
        options,
      ).targets.get(validity)?.kind;

    expect(evaluated(rules.slice(0, 2))).toBe('required');
    expect(evaluated(rules.slice(1))).toBe('conflict');
  });

  it('sets what a rule names where no value is nearest, if that satisfies every rule', () => {
    const trigger = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
    const path = 'LambdaConfig.PreSignUp';
    const listed = aRule({
      id: 'listed',
      setting: path,
      asks: { oneOf: [null, trigger('a'), trigger('b')] },
      remediateTo: trigger('a'),
    });
    const graver = aRule({
      id: 'graver',
      severity: 'critical',
      setting: path,
      asks: { matches: ':function:' },
      remediateTo: trigger('b'),
    });
    const targetOf = (...rules: readonly Rule[]) =>
      evaluate(
        aPoolSnapshot({ set: { [path]: trigger('unknown') } }),
        aPolicySet({ policies: [aPolicy({ rules })] }),
        options,
      ).targets.get(path);

    expect(targetOf(listed)).toMatchObject({ constraint: { kind: 'allowed', values: [trigger('a')] } });
    expect(targetOf(listed, graver)).toMatchObject({ constraint: { values: [trigger('b')] } });
    expect(targetOf(graver, listed)).toMatchObject({ constraint: { values: [trigger('b')] } });
    const elsewhere = { ...graver, remediateTo: trigger('unknown') };
    expect(targetOf(listed, elsewhere)).toMatchObject({ constraint: { values: [trigger('a')] } });
    const nowhere = aRule({
      id: 'listed',
      setting: path,
      asks: { oneOf: [null, trigger('a'), trigger('b')] },
    });
    expect(targetOf(nowhere, elsewhere)).toMatchObject({
      kind: 'required',
      constraint: { kind: 'allowed', values: [trigger('a'), trigger('b')] },
    });
  });

  it('keeps all that rules permit where the pool satisfies them, whatever remedy they name', () => {
    const trigger = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
    const path = 'LambdaConfig.PreSignUp';
    const rule = aRule({
      setting: path,
      asks: { oneOf: [trigger('a'), trigger('b')] },
      remediateTo: trigger('a'),
    });

    const { kept } = evaluate(
      aPoolSnapshot({ set: { [path]: trigger('b') } }),
      aPolicySet({ policies: [aPolicy({ rules: [rule] })] }),
      options,
    );

    expect(kept.get(path)).toMatchObject({ constraint: { values: [trigger('a'), trigger('b')] } });
  });

  it('sets what a rule names where a graver one only says that something has to be there', () => {
    const trigger = 'arn:aws:lambda:eu-west-1:111122223333:function:a';
    const path = 'LambdaConfig.PreSignUp';
    const rules = [
      aRule({ id: 'there', severity: 'critical', setting: path, asks: { present: true } }),
      aRule({ id: 'named', setting: path, asks: { present: true }, remediateTo: trigger }),
    ];

    const { targets } = evaluate(
      aPoolSnapshot({ set: { [path]: undefined } }),
      aPolicySet({ policies: [aPolicy({ rules })] }),
      options,
    );

    expect(targets.get(path)).toMatchObject({ constraint: { kind: 'allowed', values: [trigger] } });
  });

  it('takes away what has to be absent under the remedy null', () => {
    const path = 'LambdaConfig.PreSignUp';
    const trigger = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
    const rule = aRule({
      setting: path,
      asks: { oneOf: [null, trigger('a'), trigger('b')] },
      remediateTo: null,
    });

    const { targets } = evaluate(
      aPoolSnapshot({ set: { [path]: trigger('unknown') } }),
      aPolicySet({ policies: [aPolicy({ rules: [rule] })] }),
      options,
    );

    expect(targets.get(path)).toMatchObject({ constraint: { kind: 'allowed', values: [null] } });
  });

  it('finds a conflict where what a rule names would weaken the pool', () => {
    const path = 'WebAuthnConfiguration.UserVerification';
    const rule = aRule({ setting: path, asks: { absent: true }, mode: 'remediate' });
    const snapshot = aPoolSnapshot({
      mfaConfig: { WebAuthnConfiguration: { UserVerification: 'required' } },
    });

    const { targets } = evaluate(snapshot, aPolicySet({ policies: [aPolicy({ rules: [rule] })] }), options);

    expect(targets.get(path)).toMatchObject({ kind: 'conflict' });
  });

  it('takes zero days of validity for the seven that AWS makes of them', () => {
    const validity = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';
    const foundBy = (atMost: number) =>
      evaluate(
        aPoolSnapshot({ set: { [validity]: 0 } }),
        aPolicySet({ policies: [aPolicy({ rules: [aRule({ setting: validity, asks: { atMost } })] })] }),
        options,
      );

    expect(foundBy(7).findings).toEqual([]);
    expect(foundBy(3).findings).toMatchObject([{ found: 7, required: 'at most 3' }]);
    expect(foundBy(3).targets.get(validity)).toMatchObject({
      constraint: { kind: 'interval', min: 1, max: 3 },
    });
  });

  it('reads a missing recovery setting as phone before email', () => {
    const rule = aRule({ setting: recovery, asks: { order: ['verified_email', 'verified_phone_number'] } });
    const policies = aPolicySet({ policies: [aPolicy({ rules: [rule] })] });

    const { findings } = evaluate(
      aPoolSnapshot({ userPool: { AccountRecoverySetting: undefined } }),
      policies,
      options,
    );

    expect(findings.map(({ found }) => found)).toEqual([['verified_phone_number', 'verified_email']]);
  });

  it('takes a value whose absence nobody has documented for not satisfied', () => {
    const { findings } = evaluate(aPoolSnapshot({ set: { [length]: undefined } }), aPolicySet(), options);

    expect(findings.map(({ found }) => found)).toEqual([null]);
  });

  it('is plain JSON but for the map of targets', () => {
    const { findings, targets } = evaluate(withLength(8), aPolicySet(), options);

    expect(JSON.parse(JSON.stringify([findings, [...targets]]))).toStrictEqual([findings, [...targets]]);
  });
});

describe('evaluate with an exemption', () => {
  const snapshot = withLength(12);
  const exemption: Exemption = {
    pools: [snapshot.pool.arn],
    rules: [{ rule: 'password-minimum-length' }],
    reason: 'The old application has fields of 12 characters.',
    approver: 'security@example.com',
    ticket: 'SEC-7',
    granted: '2026-11-01',
    expires: '2026-12-24',
    source: { file: 'policies/exemptions.yaml', line: 2, column: 5 },
  };
  const floor = { constraint: { kind: 'interval', min: 10, max: 99 }, required: 'at least 10' } as const;
  const evaluated = (given: Partial<Exemption>, value = 12, today: string = options.today) =>
    evaluate(withLength(value), aPolicySet({ exemptions: [{ ...exemption, ...given }] }), {
      ...options,
      today,
    });

  it('lists the difference as accepted, and remediates nothing', () => {
    const { findings, targets } = evaluated({});

    expect(findings).toMatchObject([
      {
        found: 12,
        required: 'at least 14',
        mode: 'notify',
        exemption: {
          ticket: 'SEC-7',
          approver: 'security@example.com',
          reason: 'The old application has fields of 12 characters.',
          expires: '2026-12-24',
          at: 'policies/exemptions.yaml:2',
        },
      },
    ]);
    expect(targets.size).toBe(0);
  });

  it.each(['2026-11-01', '2026-12-24'])('counts on %s', (today) => {
    expect(evaluated({}, 12, today).findings.map(({ mode }) => mode)).toEqual(['notify']);
  });

  it.each(['2026-10-31', '2026-12-25'])('does not count on %s', (today) => {
    const { findings } = evaluated({}, 12, today);

    expect(findings.map(({ mode, exemption: accepted }) => [mode, accepted])).toEqual([
      ['remediate', undefined],
    ]);
  });

  it('does not count for another pool or another rule', () => {
    const elsewhere = evaluated({
      pools: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Other'],
    });
    const otherwise = evaluated({ rules: [{ rule: 'another' }] });

    expect([elsewhere, otherwise].map(({ targets }) => targets.size)).toEqual([1, 1]);
  });

  it('counts for each of its rules, with that rule’s own floor', () => {
    const rules = [{ rule: 'another', floor }, { rule: 'password-minimum-length' }];

    const { findings, targets } = evaluated({ rules }, 8);

    expect(findings.map(({ required, mode }) => [required, mode])).toEqual([['at least 14', 'notify']]);
    expect(targets.size).toBe(0);
  });

  it('accepts a value between the floor and the rule', () => {
    const { findings, targets } = evaluated({ rules: [{ rule: 'password-minimum-length', floor }] });

    expect(findings.map(({ required, exemption: accepted }) => [required, accepted?.ticket])).toEqual([
      ['at least 14', 'SEC-7'],
    ]);
    expect(targets.size).toBe(0);
  });

  it('puts a value below the floor back to the floor', () => {
    const { findings, targets } = evaluated({ rules: [{ rule: 'password-minimum-length', floor }] }, 8);

    expect(findings.map(({ required, mode, exemption: accepted }) => [required, mode, accepted])).toEqual([
      ['at least 10 (exemption SEC-7 to at least 14)', 'remediate', undefined],
    ]);
    expect(targets.get(length)).toMatchObject({ kind: 'required', constraint: floor.constraint });
  });

  it('leaves the exempted rule out of what another rule aims at', () => {
    const policies = aPolicySet({
      policies: [aPolicy({ rules: [aRule(), aRule({ id: 'lower-floor', asks: { atLeast: 10 } })] })],
      exemptions: [exemption],
    });

    const { targets } = evaluate(withLength(8), policies, options);

    expect(targets.get(length)).toMatchObject({ constraint: { min: 10 }, rules: [{ rule: 'lower-floor' }] });
  });
});
