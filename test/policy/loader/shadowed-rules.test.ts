import { describe, expect, it } from 'vitest';
import { shadowedRules } from '../../../src/policy/loader/shadowed-rules.ts';
import type { Policy, Rule } from '../../../src/policy/policy.ts';
import { aPolicy } from '../../support/a-policy.ts';
import { aRule } from '../../support/a-rule.ts';
import { anExemption } from '../../support/an-exemption.ts';

const loose = aRule({ id: 'loose', asks: { atLeast: 8 } });
const strict = aRule({ id: 'strict' });

const told = (...policies: readonly Policy[]): string[] =>
  shadowedRules({ policies, exemptions: [] }).map(({ message }) => message);

const inOne = (...rules: readonly Rule[]): Policy => aPolicy({ rules });

describe('shadowedRules', () => {
  it('names the looser of two rules, wherever it stands, and the place of the stricter', () => {
    const message =
      'loose never decides: strict (policies/baseline.yaml:7) asks for at least 14 on the same pools.';

    expect(told(inOne(loose, strict))).toEqual([message]);
    expect(told(inOne(strict), inOne(loose))).toEqual([message]);
  });

  it('names the later of two that ask the same', () => {
    expect(told(inOne(aRule({ id: 'first' }), aRule({ id: 'second' })))).toEqual([
      expect.stringMatching(/^second never decides: first /),
    ]);
  });

  it('leaves a rule that decides somewhere', () => {
    const here = { regions: ['eu-west-1'] };

    expect(told(aPolicy({ appliesTo: here, rules: [strict] }), inOne(loose))).toEqual([]);
    expect(told(inOne(loose, aRule({ id: 'strict', mode: 'notify' })))).toEqual([]);
    expect(told(inOne({ ...loose, severity: 'critical' }, strict))).toEqual([]);
    expect(told(inOne(loose, aRule({ id: 'strict', mode: 'off' })))).toEqual([]);
    expect(told(inOne({ ...loose, mode: 'off' }, strict))).toEqual([]);
    expect(told(inOne(aRule({ id: 'loose', asks: { atMost: 20 } }), strict))).toEqual([]);
  });

  it('leaves a rule where some pool is exempted from the stricter', () => {
    const exemption = anExemption({ pools: [], rules: [{ rule: 'strict' }] });

    expect(shadowedRules({ policies: [inOne(loose, strict)], exemptions: [exemption] })).toEqual([]);
  });
});
