import { describe, expect, it } from 'vitest';
import { countRemains, remainsOf } from '../../../src/cli/report/remains.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { anExemption } from '../../support/an-exemption.ts';
import { aFinding, anOutcome } from '../../support/an-outcome.ts';

const poolOf = (index: number) => poolRef('111122223333', 'eu-west-1', `eu-west-1_Pool${index}`);
const wrong = { now: 8, resolved: false } as const;

describe('what remains of a pool’s findings', () => {
  it('is counted by why it does', () => {
    const outcome = anOutcome({
      kind: 'partly',
      changes: [],
      findings: [
        aFinding({ ...wrong, rule: 'open' }),
        aFinding({ ...wrong, rule: 'refused', setting: 'UserPoolAddOns.AdvancedSecurityMode' }),
        aFinding({ ...wrong, rule: 'told', mode: 'notify' }),
        aFinding({
          ...wrong,
          rule: 'resting',
          left: { kind: 'undone', outcome: 'put-right', until: '2026-11-27T08:00:00.000Z' },
        }),
        aFinding({ ...wrong, rule: 'debt', left: { kind: 'debt', since: '2026-11-20T08:00:00.000Z' } }),
      ],
      refusals: [
        {
          code: 'needs-tier',
          settings: ['UserPoolAddOns.AdvancedSecurityMode'],
          reason: 'It needs PLUS.',
          next: 'Move the pool.',
        },
      ],
    });

    expect(remainsOf(outcome, false)).toEqual({ open: 1, refused: 1, told: 1, resting: 1, debt: 1 });
  });

  it('is held back where its plan waits', () => {
    const outcome = anOutcome({ kind: 'planned', findings: [aFinding(wrong)] });

    expect(remainsOf(outcome, true)).toEqual({ held: 1 });
  });

  it('isn’t what was put right or is exempt', () => {
    const { reason, approver, ticket, expires, source } = anExemption();
    const exemption = { reason, approver, ticket, expires, at: `${source.file}:${source.line}` };
    const outcome = anOutcome({ findings: [aFinding(), aFinding({ ...wrong, exemption })] });

    expect(remainsOf(outcome, false)).toEqual({});
  });
});

describe('what remains in all', () => {
  it('is said with the number of pools, and the reasons', () => {
    const remains = countRemains();
    remains.add(poolOf(1), { told: 2, refused: 1 });
    remains.add(poolOf(2), {});
    remains.add(poolOf(3), { told: 3 });

    expect(remains.text()).toBe('6 findings remain in 2 pools: 1 refused, 5 notify only.');
    expect(remains.pools()).toEqual([poolOf(1), poolOf(3)]);
  });

  it('is said in short where there is one reason', () => {
    const remains = countRemains();
    remains.add(poolOf(1), { resting: 1 });

    expect(remains.text()).toBe('1 finding remains in 1 pool, resting after an undo.');
  });

  it('names no pools where there are many', () => {
    const remains = countRemains();
    for (let index = 0; index < 10_000; index += 1) remains.add(poolOf(index), { told: 1 });

    expect(remains.text()).toBe('10000 findings remain in 10000 pools, notify only.');
    expect(remains.pools()).toEqual([]);
  });
});
