import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/pool/json.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { planUndo } from '../../src/remediation/plan-undo.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const history = 'Policies.PasswordPolicy.PasswordHistorySize';
const why = { kind: 'person', by: 'arn:aws:iam::111122223333:user/ada', reason: 'undoes outcome 1' } as const;
const rule = { kind: 'rule', rule: 'password-minimum-length', at: 'policies/baseline.yaml:7' } as const;

const decide = 'Look who changed it and decide; lifeguard set sets one setting and carries the others.';

const written: readonly SettingChange[] = [
  { setting: length, from: 8, to: 14, because: [rule] },
  { setting: history, from: 0, to: 5, because: [rule] },
];

/** The plan to take these changes back at a pool with these leaves; the usual pool is as they left it. */
const undoing = (set: { readonly [path: string]: Json }, hasBegun = false) =>
  planUndo(aPoolSnapshot({ set }), written, why, { ...cautiousPlan, hasBegun });

describe('a plan to undo', () => {
  it('gives each setting its former value, and no other setting another one', () => {
    const { changes, refusals } = undoing({});

    expect(changes).toEqual([
      { setting: length, from: 14, to: 8, because: [why] },
      { setting: history, from: 5, to: 0, because: [why] },
    ]);
    expect(refusals).toEqual([]);
  });

  it('leaves everything where one of the settings has another value since', () => {
    expect(undoing({ [length]: 20 })).toEqual({
      changes: [],
      calls: [],
      refusals: [
        { code: 'changed-since', settings: [length], reason: `Changed since: ${length}.`, next: decide },
      ],
      carried: 0,
    });
  });

  it('leaves everything where it has been undone already', () => {
    expect(undoing({ [length]: 8, [history]: 0 })).toMatchObject({
      calls: [],
      refusals: [
        {
          code: 'changed-since',
          settings: [length, history],
          reason: `Everything has its former value already: ${length}, ${history}.`,
          next: 'Nothing is left to take back: it was undone before, or somebody set it back.',
        },
      ],
    });
  });

  it('has not begun, if not said', () => {
    const { refusals } = planUndo(aPoolSnapshot({ set: { [length]: 8 } }), written, why, cautiousPlan);

    expect(refusals).toMatchObject([{ code: 'changed-since', settings: [length] }]);
  });

  it('goes on where it has begun, with what is left of it', () => {
    expect(undoing({ [length]: 8 }, true)).toMatchObject({
      changes: [{ setting: history, to: 0 }],
      refusals: [],
    });
  });

  it('goes on with nothing that somebody else has changed meanwhile', () => {
    expect(undoing({ [length]: 8, [history]: 3 }, true)).toMatchObject({
      calls: [],
      refusals: [{ code: 'changed-since', settings: [history] }],
    });
  });
});
