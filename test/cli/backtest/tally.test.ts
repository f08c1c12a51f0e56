import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backtestSchema } from '../../../src/cli/backtest/report.ts';
import { tallyFor } from '../../../src/cli/backtest/tally.ts';
import type { PolicySet } from '../../../src/policy/policy.ts';
import { aPolicy, aPolicySet } from '../../support/a-policy.ts';
import { aRule } from '../../support/a-rule.ts';
import { anExemption } from '../../support/an-exemption.ts';

interface Changed {
  readonly [member: string]: unknown;
}

/** A recorded UpdateUserPool that asks for passwords of eight characters, with members changed. */
const aRecord = (changed: Changed = {}): Changed => {
  const file = new URL('../../../events/update-user-pool/iam-user.json', import.meta.url);
  return { ...JSON.parse(readFileSync(file, 'utf8')).detail, ...changed };
};

let ids = 0;
const another = (changed: Changed = {}): Changed => {
  ids += 1;
  return aRecord({ eventID: `another-${ids}`, ...changed });
};

const requesting = (settings: Changed) =>
  another({ requestParameters: { userPoolId: 'eu-west-1_AbCdEf123', ...settings } });

const tallied = (records: readonly unknown[], policies: PolicySet = aPolicySet()) => {
  const tally = tallyFor(policies);
  for (const record of records) tally.take(record);
  const report = tally.report();
  expect(backtestSchema.safeParse(report).error?.issues).toBeUndefined();
  return report;
};

const withScope = (appliesTo: ReturnType<typeof aPolicy>['appliesTo']): PolicySet =>
  aPolicySet({ policies: [aPolicy({ appliesTo })] });

describe('what policies say of a recorded change', () => {
  it('is that it is forbidden where its request asks for what a rule doesn’t allow', () => {
    const { totals, rules, pools } = tallied([aRecord()]);

    expect(totals).toMatchObject({ changes: 1, pools: 1, actors: 1, forbidden: 1, remediated: 1 });
    expect(rules).toMatchObject([{ rule: 'password-minimum-length', forbidden: 1, satisfied: 0 }]);
    expect(pools[0]?.rules).toMatchObject([{ forbidden: 1, last: { value: 8, required: 'at least 14' } }]);
  });

  it('is that it is fine where its request asks for what the rule allows', () => {
    const { totals, rules } = tallied([requesting({ policies: { passwordPolicy: { minimumLength: 20 } } })]);

    expect(totals.forbidden).toBe(0);
    expect(rules).toMatchObject([{ satisfied: 1 }]);
  });

  it('is undetermined where its request doesn’t name the setting', () => {
    const { totals } = tallied([requesting({ deletionProtection: 'ACTIVE' })]);

    expect(totals).toMatchObject({ forbidden: 0, undetermined: { 'not-in-request': 1 } });
  });

  it('is undetermined where CloudTrail left the request out', () => {
    const omitted = another({ requestParameters: { omitted: 'true', originalSize: '149893' } });

    expect(tallied([omitted]).totals.undetermined['request-omitted']).toBe(1);
  });

  it('is undetermined for a call that changes tags', () => {
    const rule = aRule({ id: 'tagged', setting: 'UserPoolTags', asks: { present: true } });
    const tagged = another({
      eventName: 'TagResource',
      requestParameters: {
        resourceArn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123',
        tags: { team: 'checkout' },
      },
    });

    const { totals } = tallied([tagged], aPolicySet({ policies: [aPolicy({ rules: [rule, aRule()] })] }));

    expect(totals.undetermined).toMatchObject({ 'tags-not-known': 1, 'not-in-request': 0 });
  });

  it('is nothing at all where the call can’t write the setting', () => {
    const { rules } = tallied([another({ eventName: 'SetUserPoolMfaConfig' })]);

    expect(rules).toMatchObject([{ forbidden: 0, satisfied: 0, undetermined: { 'not-in-request': 0 } }]);
  });

  it.each([
    ['is nothing where the policy is for another account', { accounts: ['444455556666'] }, 0, 0],
    ['is forbidden where the policy names the pool', { regions: ['eu-west-1'] }, 1, 0],
    [
      'is undetermined where the policy goes by a name that nobody told',
      { names: [{ glob: 'a', pattern: '^a$' }] },
      0,
      1,
    ],
  ])('%s', (_, scope, forbidden, unknown) => {
    const { totals } = tallied([aRecord()], withScope(scope));

    expect(totals.forbidden).toBe(forbidden);
    expect(totals.undetermined['scope-not-known']).toBe(unknown);
  });

  it('goes by the name and the tags that the request itself gives', () => {
    const scope = { names: [{ glob: 'shop*', pattern: '^shop.*$' }], tags: { team: ['shop'] } };
    const settings = { policies: { passwordPolicy: { minimumLength: 8 } } };
    const ours = { ...settings, poolName: 'shop-1', userPoolTags: { team: 'shop' } };
    const theirs = { ...settings, poolName: 'mail', userPoolTags: { team: 'shop' } };

    expect(tallied([requesting(ours), requesting(theirs)], withScope(scope)).totals.forbidden).toBe(1);
  });

  it('takes an exemption into account that counted on the day of the call, and no later one', () => {
    const exemption = anExemption({
      rules: [{ rule: 'password-minimum-length' }],
      pools: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
      granted: '2026-11-01',
      expires: '2026-11-30',
    });
    const policies = aPolicySet({ exemptions: [exemption] });

    const { rules } = tallied([aRecord(), another({ eventTime: '2026-12-01T00:00:00Z' })], policies);

    expect(rules).toMatchObject([{ exempted: 1, forbidden: 1 }]);
  });

  it('is undetermined where CloudTrail hid the value', () => {
    const rule = aRule({ setting: 'PoolName', asks: { matches: '^[a-z]+$' } });
    const hidden = requesting({ poolName: 'HIDDEN_DUE_TO_SECURITY_REASONS' });

    const { totals } = tallied([hidden], aPolicySet({ policies: [aPolicy({ rules: [rule] })] }));

    expect(totals).toMatchObject({ forbidden: 0, undetermined: { 'not-in-request': 1 } });
  });
});

describe('what a backtest counts', () => {
  it('a record that comes twice counts once', () => {
    const { totals, apart } = tallied([aRecord(), aRecord()]);

    expect([totals.changes, apart.repeated]).toEqual([1, 1]);
  });

  it('a call that AWS refused, and one that says it was ours, count apart', () => {
    const id = '9f2c41d0-6f0b-4b57-8f0e-0b8a3c1d7e55';

    const { totals, apart } = tallied([
      another({ errorCode: 'InvalidParameterException' }),
      another({ userAgent: `aws-sdk-js/3 cognito-lifeguard/${id}` }),
    ]);

    expect(totals.changes).toBe(0);
    expect(apart).toMatchObject({ refused: 1, own: [{ changes: 1 }] });
  });

  it('the sessions of a role are one caller', () => {
    const session = (name: string) =>
      another({
        userIdentity: {
          type: 'AssumedRole',
          arn: `arn:aws:sts::111122223333:assumed-role/Deployer/${name}`,
          sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::111122223333:role/Deployer' } },
        },
      });

    const { actors } = tallied([session('run-1'), session('run-2')]);

    expect(actors).toMatchObject([{ caller: 'Deployer', changes: 2, forbidden: 2 }]);
  });

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { recipientAccountId: 7 },
    { recipientAccountId: '1', userIdentity: [] },
  ])('nothing that is no record breaks it: %j', (record) => {
    expect(tallied([record]).apart.others).toBe(1);
  });

  it('Regions whose history can’t be read are named with the reason, in the order of their names', () => {
    const tally = tallyFor(aPolicySet());
    tally.missRegion('us-east-1', 'Not allowed.');
    tally.missRegion('eu-west-1', 'Not allowed.');

    const report = tally.report({
      from: new Date('2026-10-27T00:00:00Z'),
      to: new Date('2026-11-26T00:00:00Z'),
      regions: ['eu-south-1', 'eu-west-1', 'us-east-1'],
    });

    expect(backtestSchema.safeParse(report).error?.issues).toBeUndefined();
    expect(report.regions).toEqual(['eu-south-1', 'eu-west-1', 'us-east-1']);
    expect(report.unread.regions.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('no more than twenty mistakes are named, and all are counted', () => {
    const tally = tallyFor(aPolicySet());
    for (let file = 0; file < 25; file += 1) tally.miss('files', `${file}.json:1: It is empty.`);

    const { unread } = tally.report();

    expect([unread.files, unread.mistakes.length]).toEqual([25, 20]);
  });
});
