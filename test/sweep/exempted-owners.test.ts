import { describe, expect, it } from 'vitest';
import type { PoolOwner } from '../../src/policy/owner.ts';
import { exemptedOwners, ownersOfExemption } from '../../src/sweep/exempted-owners.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aStanding } from '../support/a-standing.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { anExemption } from '../support/an-exemption.ts';
import { anOwner } from '../support/an-owner.ts';

const { arn } = aStanding().pool;
const other = aStanding('Other').pool.arn;
const claims: readonly PoolOwner[] = [{ name: 'checkout-team', claimed: true }];

describe('who claims exempted pools', () => {
  it('is kept of those alone, and of claims alone: ARNs say the rest', () => {
    const owners: readonly PoolOwner[] = [{ name: 'identity', claimed: false }, ...claims];

    expect(
      exemptedOwners(
        [anExemption()],
        new Map([
          [other, owners],
          [arn, owners],
        ]),
      ),
    ).toEqual({ [arn]: claims });
    expect(exemptedOwners([anExemption()], new Map([[arn, []]]))).toBeUndefined();
    expect(exemptedOwners([], new Map([[arn, owners]]))).toBeUndefined();
  });

  it('stays as it was where a pool’s look was not taken, and not where it was', () => {
    const before = { [arn]: claims };

    expect(exemptedOwners([anExemption()], new Map(), before)).toEqual(before);
    expect(exemptedOwners([anExemption()], new Map([[arn, []]]), before)).toBeUndefined();
    expect(exemptedOwners([], new Map(), before)).toBeUndefined();
  });
});

describe('the owners of an exemption', () => {
  const policies = aPolicySet({ owners: [anOwner(), anOwner({ name: 'identity', pools: { arns: [arn] } })] });

  it('are those of all its pools, each once', () => {
    const other = aStanding('Other').pool.arn;

    expect(
      ownersOfExemption(anExemption({ pools: [other, arn] }), policies, { [arn]: claims, [other]: claims }),
    ).toEqual([{ name: 'identity', claimed: false }, ...claims]);
  });

  it('are none who are gone from the files', () => {
    expect(ownersOfExemption(anExemption(), aPolicySet(), { [arn]: claims })).toEqual([]);
  });
});

describe('an exemption that ends', () => {
  const policies = aPolicySet({
    exemptions: [anExemption()],
    owners: [anOwner(), anOwner({ name: 'identity', pools: { arns: [arn] } })],
  });
  const sweepOn = async (day: string, record = anAccountRecord({ policies })) => {
    const sweeper = aSweeper({
      policies,
      record,
      start: `${day}T10:00:00Z`,
      notes: { it: [aStanding('AbCdEf123', { outcome: 'compliant', findings: [], owners: claims })] },
    });
    await sweeper.bring(scheduled, 'it');
    await sweeper.run();
    return { news: sweeper.news, record: sweeper.record() };
  };

  it('is told to those whom the ARN names, and to those whom the tags named at the sweep before', async () => {
    const first = await sweepOn('2026-11-10');
    const second = await sweepOn('2026-11-20', first.record);

    expect(second.news).toMatchObject([
      {
        kind: 'exemption-ending',
        owners: [
          { name: 'identity', claimed: false },
          { name: 'checkout-team', claimed: true },
        ],
      },
    ]);
  });

  it('is told of no owner where no pool of it has one', async () => {
    const nobodys = aPolicySet({ exemptions: [anExemption()] });
    const { bring, news } = aSweeper({
      policies: nobodys,
      record: anAccountRecord({ policies: nobodys }),
      start: '2026-11-20T10:00:00Z',
    });
    await bring(scheduled);

    expect(news).toMatchObject([{ kind: 'exemption-ending' }]);
    expect(news[0]).not.toHaveProperty('owners');
  });
});
