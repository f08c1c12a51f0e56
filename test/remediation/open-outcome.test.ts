import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/remediation/open-outcome.ts';
import { anOpenOutcome } from '../ledger/an-open-outcome.ts';
import { aRule } from '../support/a-rule.ts';
import { lookAt } from './look-at.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const because = [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:1' }] as const;
const protection = { setting: 'DeletionProtection', from: 'ACTIVE', to: 'INACTIVE', because } as const;

describe('how far a process that is gone had come', () => {
  it('is nowhere where none of its changes stands', () => {
    const progress = progressOf(anOpenOutcome(), lookAt({ [length]: 8 }, aRule()));

    expect(progress).toEqual({ written: [] });
  });

  it('is the changes that stand, with the pool before them and what their write carried', () => {
    const open = anOpenOutcome();
    const look = lookAt({}, aRule());

    const { written, before } = progressOf({ ...open, changes: [...open.changes, protection] }, look);

    expect(written).toEqual(open.changes);
    expect(before).toEqual({
      ...look,
      snapshot: { ...look.snapshot, ...open.preImage },
      plan: { ...look.plan, carried: 42 },
    });
  });
});
