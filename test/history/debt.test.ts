import { describe, expect, it } from 'vitest';
import { debtAfter, debtOf } from '../../src/history/debt.ts';
import type { Past } from '../../src/history/past.ts';
import { versionsOf } from '../../src/history/rule-version.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { aRule } from '../support/a-rule.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const withLength = (value: number) => aPoolSnapshot({ set: { [length]: value } });
const asking = (atLeast: number) =>
  aPolicySet({ policies: [aPolicy({ rules: [aRule({ asks: { atLeast } })] })] });
const nothing = aPolicySet({ policies: [aPolicy({ rules: [] })] });

/** Since when the one finding of a pool with this length is debt; undefined where it is to be put right. */
const debtSince = (past: Past, value = 8, policies: PolicySet = aPolicySet()): string | undefined => {
  const snapshot = withLength(value);
  const [finding] = evaluate(snapshot, policies, { ceiling: 'remediate', today: '2026-11-23' }).findings;
  const [rule] = policies.policies.flatMap(({ rules }) => rules);
  if (!finding || !rule) throw new Error('The pool satisfies the rule.');
  return debtOf(past, snapshot, finding, rule)?.since;
};

/** What a look that found this length as debt leaves behind. */
const indebted = (value: number, policies: PolicySet = aPolicySet()) => {
  const snapshot = withLength(value);
  const { findings, standing } = evaluate(snapshot, policies, {
    ceiling: 'remediate',
    today: '2026-11-23',
    leave: () => ({ kind: 'debt', since: '2026-11-01T00:00:00.000Z' }),
  });
  const versions = versionsOf(standing);
  return aHistory({ snapshot, policies, rules: versions, debt: debtAfter(findings, versions) });
};

describe('what is wrong when a pool is first seen', () => {
  it('is debt from that look on', () => {
    expect(debtSince(aPast())).toBe(aPast().now);
  });

  it('is put right where nobody leaves debt', () => {
    expect(debtSince(aPast({ leavesDebt: false }))).toBeUndefined();
  });

  it('is put right where a recorded call asked for just that', () => {
    const causes = [aCall({ requested: [{ setting: length, value: 8 }] })];

    expect(debtSince(aPast({ causes }))).toBeUndefined();
  });

  it('is debt where the recorded call asked for something else', () => {
    const causes = [aCall({ requested: [{ setting: length, value: 9 }] })];

    expect(debtSince(aPast({ causes }))).toBe(aPast().now);
  });

  it('is put right where the pool was created just now', () => {
    expect(debtSince(aPast({ causes: [aCall({ call: 'CreateUserPool' })] }))).toBeUndefined();
  });

  it('is put right where the pool is younger than the watch', () => {
    expect(
      debtSince(aPast({ watch: { since: '2020-01-01T00:00:00.000Z', isComplete: false } })),
    ).toBeUndefined();
  });

  it('is put right where every pool had been seen: somebody took this one out of the memory', () => {
    const watch = { since: '2026-11-01T00:00:00.000Z', isComplete: true };

    expect(debtSince(aPast({ watch }))).toBeUndefined();
    expect(debtSince(aPast({ watch: { ...watch, isComplete: false } }))).toBe(aPast().now);
  });
});

describe('what is wrong when a rule is first seen', () => {
  it('is debt where the last look saw the same value', () => {
    const history = aHistory({ snapshot: withLength(8), policies: nothing });

    expect(debtSince(aPast({ history }))).toBe(aPast().now);
  });

  it('is put right where the value has changed since', () => {
    const history = aHistory({ snapshot: withLength(12), policies: nothing });

    expect(debtSince(aPast({ history }))).toBeUndefined();
  });

  it('is debt under a rule that asks for more than it did, and what it asked before is not', () => {
    const history = aHistory({ snapshot: withLength(12), policies: asking(12) });

    expect(debtSince(aPast({ history }), 12, asking(14))).toBe(aPast().now);
    expect(debtSince(aPast({ history }), 11, asking(14))).toBeUndefined();
  });
});

describe('what is wrong already and no debt', () => {
  const wrong = { remaining: 'r', since: '2026-11-22T00:00:00.000Z', toldAt: '2026-11-22T00:00:00.000Z' };
  const known = { ...wrong, rules: [aRule().id] };
  const history = aHistory({ snapshot: withLength(8), policies: asking(12), known });

  it('does not become debt by another version of its rule', () => {
    expect(debtSince(aPast({ history }), 8, asking(14))).toBeUndefined();
  });

  it('is debt where the rule asked for nothing but a notice until now', () => {
    expect(debtSince(aPast({ history: { ...history, rules: {} } }), 8, asking(14))).toBe(aPast().now);
  });
});

describe('debt', () => {
  it('stays debt, since the same day, while the value is the same', () => {
    expect(debtSince(aPast({ history: indebted(8) }))).toBe('2026-11-01T00:00:00.000Z');
  });

  it('stays debt where the value got better and not good enough', () => {
    expect(debtSince(aPast({ history: indebted(8) }), 10)).toBe('2026-11-01T00:00:00.000Z');
  });

  it('is put right where the value gets worse', () => {
    expect(debtSince(aPast({ history: indebted(10) }), 8)).toBeUndefined();
  });

  it('is put right when it is older than debt may get', () => {
    const history = indebted(8);

    expect(debtSince(aPast({ history, debtAfterDays: 22 }))).toBeUndefined();
    expect(debtSince(aPast({ history, debtAfterDays: 23 }))).toBe('2026-11-01T00:00:00.000Z');
  });

  it('is paid once the rule holds: what breaks it after that is put right', () => {
    expect(debtSince(aPast({ history: aHistory({ snapshot: withLength(14) }) }))).toBeUndefined();
  });

  it('is begun anew under another version of its rule', () => {
    const history = indebted(8, asking(10));
    const told = { remaining: 'r', since: aPast().now, toldAt: aPast().now, rules: [aRule().id] };

    expect(debtSince(aPast({ history }), 8, asking(14))).toBe(aPast().now);
    expect(debtSince(aPast({ history: { ...history, known: told } }), 8, asking(14))).toBe(aPast().now);
  });
});
