import { describe, expect, it } from 'vitest';
import {
  type OutcomeFrame,
  outcomeOfIgnored,
  outcomeOfLook,
  outcomeWithoutLook,
  withFindings,
} from '../../src/remediation/make-outcome.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { aRule } from '../support/a-rule.ts';
import { lookAt } from './look-at.ts';

const { pool } = aPoolSnapshot();
const frame: OutcomeFrame = {
  id: 'an-outcome',
  pool,
  causes: [aCall()],
  policyDigest: 'sha256:0',
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
};

/** What an outcome has that says nothing more than its frame. */
const bare = {
  schema: 'cognito-lifeguard/outcome/1',
  id: 'an-outcome',
  causes: [aCall()],
  findings: [],
  changes: [],
  carried: 0,
  refusals: [],
  sideEffects: [],
  unknownSettings: [],
  remarks: [],
  policyDigest: 'sha256:0',
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
};

describe('an outcome', () => {
  it('of a look has the pool with its name, and nothing that was not seen', () => {
    const look = lookAt({}, aRule());

    expect(outcomeOfLook(frame, 'compliant', look, look, {})).toEqual({
      ...bare,
      kind: 'compliant',
      pool: { ...pool, name: 'checkout-production', createdAt: expect.stringMatching(/^20\d\d-/) },
    });
  });

  it('says of a call which of the findings it had asked for', () => {
    const path = 'Policies.PasswordPolicy.MinimumLength';
    const look = lookAt({ [path]: 8 }, aRule());
    const asking = (value: number) => aCall({ requested: [{ setting: path, value }] });

    const { causes } = outcomeOfLook(
      { ...frame, causes: [asking(14), asking(8)] },
      'reported',
      look,
      look,
      {},
    );

    expect(causes).toMatchObject([{ kind: 'call' }, { kind: 'call', asked: [path] }]);
    expect(causes[0]).not.toHaveProperty('asked');
    expect(causes[1]).not.toHaveProperty('requested');
  });

  it('names a call without what it asked for', () => {
    const { requested: _, ...call } = aCall();

    const { causes } = outcomeWithoutLook(
      { ...frame, causes: [{ ...call, requested: [{ setting: 'UserPoolTier', value: 'LITE' }] }] },
      'covered',
      'Another look answers for it.',
    );

    expect(causes).toEqual([call]);
  });

  it('without a look has the pool without its name, and says why', () => {
    expect(outcomeWithoutLook(frame, 'covered', 'Another look answers for it.')).toEqual({
      ...bare,
      kind: 'covered',
      pool: { ...pool, name: null },
      reason: 'Another look answers for it.',
    });
  });

  it('has the owners of its frame, and those whom a look sees', () => {
    const looked = lookAt({}, aRule());
    const seen = { name: 'checkout-team', claimed: true };
    const look = { ...looked, evaluation: { ...looked.evaluation, owners: [seen] } };
    const certain = { name: 'identity', claimed: false };
    const known = { ...frame, owners: [certain, { ...seen, lastClaimedAt: '2026-11-22T10:00:00.000Z' }] };

    expect(outcomeOfLook(known, 'compliant', look, look, {}).owners).toEqual([certain, seen]);
    expect(outcomeWithoutLook(known, 'gone', 'It is gone.').owners).toEqual(known.owners);
    expect(outcomeWithoutLook({ ...frame, owners: [] }, 'gone', 'It is gone.')).not.toHaveProperty('owners');
  });

  it('of an event that names no pool has none, and says why', () => {
    const { pool: _, ...poolless } = frame;

    expect(outcomeOfIgnored(poolless, 'It changes no user pool.')).toEqual({
      ...bare,
      kind: 'ignored',
      reason: 'It changes no user pool.',
    });
  });
});

describe('a look with what was found before it', () => {
  const look = lookAt({ 'Policies.PasswordPolicy.MinimumLength': 8 }, aRule());
  const [finding] = look.evaluation.findings;
  if (!finding) throw new Error('The look finds nothing.');

  it('has the earlier finding in place of its own of the same rule', () => {
    const earlier = { ...finding, found: 6 };

    expect(withFindings(look, [earlier]).evaluation.findings).toEqual([earlier]);
  });

  it.each([
    ['another rule', { rule: 'longer-passwords' }],
    ['a rule of the same name in another policy', { policy: 'finance' }],
  ])('has both where the earlier one is of %s', (_, overrides) => {
    const earlier = { ...finding, ...overrides };

    expect(withFindings(look, [earlier]).evaluation.findings).toEqual([earlier, finding]);
  });
});
