import { describe, expect, it } from 'vitest';
import { contradictionsIn, type ScopedRule } from '../../../src/policy/loader/contradictions.ts';
import type { Scope } from '../../../src/policy/policy.ts';
import { aRule } from '../../support/a-rule.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';

const asking = (
  id: string,
  line: number,
  asks: { readonly [operator: string]: unknown },
  scope: Scope = {},
): ScopedRule => ({
  ...aRule({ id, asks, source: { file: 'policies/baseline.yaml', line, column: 5 } }),
  scope,
});

const long = asking('long', 6, { atLeast: 20 });
const short = asking('short', 11, { atMost: 16 });

describe('contradictionsIn', () => {
  it('tells a pair once, at the rule that stands later', () => {
    expect(contradictionsIn([long, short])).toEqual([
      {
        file: 'policies/baseline.yaml',
        line: 11,
        column: 5,
        message: `short asks for at most 16, but long (policies/baseline.yaml:6) asks for at least 20: no value satisfies them all, and they remediate ${length} on the same pools.`,
      },
    ]);
  });

  it('tells a pair in which a rule that fits both takes no part', () => {
    const any = asking('any', 3, { atLeast: 7 });

    expect(contradictionsIn([any, long, short]).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^short asks for at most 16, but long \(policies\/baseline\.yaml:6\) asks/),
    ]);
  });

  it('tells the later of the first two where a third one fits both', () => {
    const any = asking('any', 16, { atLeast: 7 });

    expect(contradictionsIn([long, short, any])).toMatchObject([{ line: 11 }]);
  });

  it('names all rules where only more than two of them contradict each other', () => {
    const rules = [
      asking('first', 6, { oneOf: [10, 20] }),
      asking('second', 11, { oneOf: [20, 30] }),
      asking('third', 16, { oneOf: [10, 30] }),
    ];

    expect(contradictionsIn(rules)).toMatchObject([
      {
        line: 16,
        message: expect.stringContaining(
          'third asks for one of 10, 30, but first (policies/baseline.yaml:6) asks for one of 10, 20 and second (policies/baseline.yaml:11) asks for one of 20, 30: no value',
        ),
      },
    ]);
  });

  it('leaves out who takes no part where more than two contradict each other', () => {
    const rules = [
      asking('first', 6, { oneOf: [10, 20] }),
      asking('second', 11, { oneOf: [20, 30] }),
      asking('any', 16, { atLeast: 7 }),
      asking('third', 21, { oneOf: [10, 30] }),
    ];

    const [{ message = '' } = {}] = contradictionsIn(rules);

    expect(message).toMatch(/^third asks.*first.*second/);
    expect(message).not.toContain('any (');
  });

  it('tells of each scope in which rules contradict each other, and of each group once', () => {
    const here = { regions: ['eu-west-1'] };
    const rules = [
      long,
      asking('here', 11, { atMost: 16 }, here),
      asking('also-here', 16, { atMost: 15 }, here),
    ];

    expect(contradictionsIn(rules)).toMatchObject([{ line: 11 }]);
  });

  it('leaves rules on different settings, on pools that need not meet, and rules that some value satisfies', () => {
    const protection = {
      ...aRule({ id: 'protection', setting: 'DeletionProtection', asks: { equals: 'ACTIVE' } }),
      scope: {},
    };

    expect(contradictionsIn([long, protection])).toEqual([]);
    expect(contradictionsIn([long, asking('at-most', 11, { atMost: 20 })])).toEqual([]);
    expect(
      contradictionsIn([
        asking('long', 6, { atLeast: 20 }, { regions: ['eu-west-1'] }),
        asking('short', 11, { atMost: 16 }, { names: [{ glob: 'staff-*', pattern: '^staff-.*$' }] }),
      ]),
    ).toEqual([]);
  });
});
