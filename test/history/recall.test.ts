import { describe, expect, it } from 'vitest';
import type { RestingRule } from '../../src/history/pool-history.ts';
import { recall } from '../../src/history/recall.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { aRule } from '../support/a-rule.ts';
import { aFinding } from '../support/an-outcome.ts';

const rest = { rule: 'password-minimum-length', outcome: 'undone', until: '2026-11-24T09:00:00.000Z' };
const leftAs = (resting: RestingRule, found: number, now = '2026-11-23T09:14:39.120Z') => {
  const past = aPast({ history: aHistory({ resting: [resting] }), now });
  return recall(past, aPolicySet(), aPoolSnapshot()).leave(aFinding({ found, now: found }), aRule());
};

describe('a rule that rests', () => {
  it('leaves what a person has set again', () => {
    const left = { kind: 'undone', outcome: 'undone', until: rest.until };

    expect(leftAs(rest, 10)).toEqual(left);
    expect(leftAs({ ...rest, found: 10 }, 10)).toEqual(left);
    expect(leftAs({ ...rest, found: 10 }, 12)).toEqual(left);
  });

  it('does not leave what somebody has made worse since', () => {
    expect(leftAs({ ...rest, found: 10 }, 9)).toBeUndefined();
  });

  it('counts again when its time is over', () => {
    expect(leftAs(rest, 10, rest.until)).toBeUndefined();
  });
});
