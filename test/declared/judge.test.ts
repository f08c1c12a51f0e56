import { describe, expect, it } from 'vitest';
import type { DeclaredPool } from '../../src/declared/declared-pool.ts';
import type { DeclaredValue } from '../../src/declared/declared-value.ts';
import { type JudgeOptions, judge } from '../../src/declared/judge.ts';
import { readTemplate } from '../../src/declared/template/read-template.ts';
import type { PolicySet, Scope } from '../../src/policy/policy.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aRule } from '../support/a-rule.ts';
import { anExemption } from '../support/an-exemption.ts';

const place = { file: 'template.yaml', line: 1, column: 1 };
const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';

const aPool = (properties: string, overrides: Partial<DeclaredPool> = {}): DeclaredPool => {
  const file = readTemplate(
    `Resources: {Pool: {Type: "AWS::Cognito::UserPool", Properties: ${properties}}}`,
    place.file,
  );
  const [pool] = file.kind === 'pools' ? file.pools : [];
  if (!pool) throw new Error('The template declares no pool.');
  return { ...pool, ...overrides };
};

const short = '{Policies: {PasswordPolicy: {MinimumLength: 8}}}';

const bound = (appliesTo: Scope): PolicySet => aPolicySet({ policies: [aPolicy({ appliesTo })] });

const judged = (pool: DeclaredPool, policies: PolicySet, said: Partial<JudgeOptions> = {}) =>
  judge(pool, policies, { today: '2026-11-26', ...said }).map(({ status, reason, ticket }) => ({
    status,
    ...(reason !== undefined && { reason }),
    ...(ticket !== undefined && { ticket }),
  }));

describe('a policy that binds some pools', () => {
  it.each([
    ['accounts', { accounts: ['111122223333'] }, { account: '111122223333' }, { account: '444455556666' }],
    ['Regions', { regions: ['eu-west-1'] }, { region: 'eu-west-1' }, { region: 'us-east-1' }],
  ])('by %s is judged where an option says it', (_, scope, inside, outside) => {
    const pool = aPool(short);

    expect(judged(pool, bound(scope))).toMatchObject([{ status: 'undetermined' }]);
    expect(judged(pool, bound(scope), inside)).toEqual([{ status: 'violation' }]);
    expect(judged(pool, bound(scope), outside)).toEqual([]);
  });

  it('by name is not known where the name is longer than AWS takes', () => {
    const pool = aPool(
      `{UserPoolName: ${'-'.repeat(100_000)}, Policies: {PasswordPolicy: {MinimumLength: 8}}}`,
    );

    expect(judged(pool, bound({ names: [{ glob: '*-*-*-*b', pattern: '^.*?-.*?-.*?-.*?b$' }] }))).toEqual([
      {
        status: 'undetermined',
        reason: 'the policy binds by name, and it has more than 128 characters, which AWS refuses',
      },
    ]);
  });

  it('by account or Region takes them from the ARN of a pool that is there', () => {
    const pool = aPool(short, { arn });

    expect(judged(pool, bound({ accounts: ['111122223333'], regions: ['eu-west-1'] }))).toEqual([
      { status: 'violation' },
    ]);
    expect(judged(pool, bound({ accounts: ['444455556666'] }), { account: '444455556666' })).toEqual([]);
  });

  it('by ARN binds a pool of Terraform that is there, and none that is new', () => {
    const pools = [arn];

    expect(judged(aPool(short, { tool: 'Terraform', arn }), bound({ pools }))).toHaveLength(1);
    expect(judged(aPool(short, { tool: 'Terraform' }), bound({ pools }))).toEqual([]);
    expect(judged(aPool(short), bound({ pools }))).toMatchObject([{ status: 'undetermined' }]);
    expect(judged(aPool(short), bound({ pools }), { region: 'us-east-1' })).toEqual([]);
  });

  it.each([
    ['its name matches', '{UserPoolName: shop-users}', 'violation'],
    ['its name is made up', '{}', 'undetermined'],
    ['its name depends on the stack', '{UserPoolName: !Sub "$\u007BAWS::StackName}"}', 'undetermined'],
  ])('by name is judged as far as the name is known: %s', (_, properties, status) => {
    const names = [{ glob: 'shop-*', pattern: '^shop-.*$' }];

    expect(judged(aPool(properties), bound({ names }))).toMatchObject([{ status }]);
    expect(judged(aPool('{UserPoolName: other}'), bound({ names }))).toEqual([]);
  });

  it.each([
    ['the tag is there', '{UserPoolTags: {team: shop}}', ['violation']],
    ['the tag says something else', '{UserPoolTags: {team: other}}', []],
    ['the stack can add it', '{UserPoolTags: {a: b}}', ['undetermined']],
    ['nothing is tagged', '{}', ['undetermined']],
    ['its text is not known', '{UserPoolTags: {team: !ImportValue x}}', ['undetermined']],
  ])('by tag is judged as far as the tags are known: %s', (_, properties, statuses) => {
    const policies = bound({ tags: { team: ['shop'] } });

    expect(judged(aPool(properties), policies).map(({ status }) => status)).toEqual(statuses);
  });

  it('is held where it holds anyway, whether it binds or not', () => {
    const pool = aPool('{Policies: {PasswordPolicy: {MinimumLength: 20}}}');

    expect(judged(pool, bound({ accounts: ['111122223333'] }))).toEqual([{ status: 'compliant' }]);
  });
});

describe('an exemption', () => {
  const policies = aPolicySet({ exemptions: [anExemption()] });

  it('accepts what a pool that is there breaks', () => {
    expect(judged(aPool(short, { arn }), policies)).toEqual([{ status: 'exempted', ticket: 'SEC-1' }]);
    expect(judged(aPool(short, { arn }), policies, { today: '2026-12-02' })).toEqual([
      { status: 'violation' },
    ]);
  });

  it('is only named where the file does not tell which pool it is', () => {
    expect(judged(aPool(short), policies)).toEqual([{ status: 'violation', ticket: 'SEC-1' }]);
  });
});

describe('a rule', () => {
  it('that is off is not judged', () => {
    const off = aPolicySet({ policies: [aPolicy({ rules: [aRule({ mode: 'off' })] })] });

    expect(judged(aPool(short), off)).toEqual([]);
  });

  it('on what the update takes away is not known', () => {
    const before: DeclaredValue = {
      kind: 'map',
      members: new Map([
        ['deletion_protection', { kind: 'scalar', value: 'ACTIVE', place } satisfies DeclaredValue],
      ]),
      place,
    };
    const rule = aRule({ setting: 'DeletionProtection', asks: { equals: 'ACTIVE' } });
    const policies = aPolicySet({ policies: [aPolicy({ rules: [rule] })] });

    expect(judged(aPool('{}', { tool: 'Terraform', before }), policies)).toMatchObject([
      { status: 'undetermined', reason: expect.stringContaining('takes it away') },
    ]);
    expect(judged(aPool('{}', { tool: 'Terraform' }), policies)).toEqual([{ status: 'violation' }]);
  });

  it('that asks for a trigger is held by one whose ARN is not known yet', () => {
    const rule = aRule({ setting: 'LambdaConfig.PreSignUp', asks: { present: true } });
    const policies = aPolicySet({ policies: [aPolicy({ rules: [rule] })] });

    expect(judged(aPool('{LambdaConfig: {PreSignUp: !GetAtt F.Arn}}'), policies)).toEqual([
      { status: 'compliant' },
    ]);
    expect(judged(aPool('{}'), policies)).toEqual([{ status: 'violation' }]);
  });
});
