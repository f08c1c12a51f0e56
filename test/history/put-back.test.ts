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

const write = {
  outcome: 'our-write',
  from: '2026-11-23T09:14:06.500Z',
  to: '2026-11-23T09:14:08.000Z',
  changed: [setting],
  values: {},
};
const echo = { ...asked(8), actor: anActor({ userAgent: 'aws-sdk-js/3 cognito-lifeguard/our-write' }) };

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
            severity: 'high',
            at: 'policies/baseline.yaml:7',
            call: 'UpdateUserPool',
            eventId: aCall().eventId,
            actor: anActor(),
          },
        ],
      },
    ]);
  });

  it('is ours where our write carried what is put right by now, and claims nothing', () => {
    const { standing, findings } = look();

    expect(
      putBack(aPast({ causes: [echo], history: aHistory({ writes: [write] }) }), standing, findings),
    ).toEqual([]);
  });

  it.each([
    ['names no write that we know', { ...echo, actor: anActor({ userAgent: 'cognito-lifeguard/another' }) }],
    ['copies the name of a write that was over', { ...echo, eventTime: '2026-11-23T09:14:12Z' }],
  ])('is told though it claims to be ours, where it %s', (_, impostor) => {
    const { standing, findings } = look();
    const past = aPast({ causes: [impostor], history: aHistory({ writes: [write] }) });

    expect(putBack(past, standing, findings)).toHaveLength(1);
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
