import { describe, expect, it } from 'vitest';
import { putBack } from '../../src/history/put-back.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const setting = 'Policies.PasswordPolicy.MinimumLength' as const;
const asked = (value: number) => aCall({ requested: [{ setting, value }] });
const look = (value = 14) =>
  evaluate(aPoolSnapshot({ set: { [setting]: value } }), aPolicySet(), {
    ceiling: 'remediate',
    today: '2026-11-23',
  });

describe('a call that asked for what policy forbids', () => {
  it('is told with its caller where the pool is as required by now', () => {
    const { standing, findings } = look();

    expect(putBack(aPast({ causes: [asked(8)] }), standing, findings)).toEqual([
      {
        kind: 'put-back',
        claims: [
          {
            setting,
            claimed: 8,
            required: 'at least 14',
            rule: 'password-minimum-length',
            at: 'policies/baseline.yaml:7',
            call: 'UpdateUserPool',
            eventId: aCall().eventId,
            actor: anActor(),
          },
        ],
      },
    ]);
  });

  it('is told though it claims to be ours', () => {
    const { standing, findings } = look();
    const disguised = { ...asked(8), actor: anActor({ userAgent: 'cognito-lifeguard/an-id' }) };

    expect(putBack(aPast({ causes: [disguised] }), standing, findings)).toHaveLength(1);
  });

  it('speaks by its finding where the pool is still wrong', () => {
    const { standing, findings } = look(8);

    expect(putBack(aPast({ causes: [asked(8)] }), standing, findings)).toEqual([]);
  });

  it('is told once', () => {
    const { standing, findings } = look();
    const history = aHistory({ calls: [aCall().eventId] });

    expect(putBack(aPast({ causes: [asked(8)], history }), standing, findings)).toEqual([]);
  });

  it('is nothing to tell of where it asked for enough, or for nothing that a rule names', () => {
    const { standing, findings } = look();
    const other = aCall({ requested: [{ setting: 'DeletionProtection', value: 'INACTIVE' }] });

    expect(putBack(aPast({ causes: [asked(20), other, aCall()] }), standing, findings)).toEqual([]);
  });
});
