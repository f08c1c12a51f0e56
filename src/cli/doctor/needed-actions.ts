import type { DeployedParts } from './deployed-parts.ts';

/** What a statement applies to, as `iam:SimulatePrincipalPolicy` takes it. */
export interface Needed {
  /** The role's name in the template. */
  readonly role: string;
  readonly actions: readonly string[];
  readonly on: readonly string[];
  /** What AWS puts into such a request, where a condition asks for it. */
  readonly context?: { readonly [key: string]: string | readonly string[] };
}

/** Where a deployment is. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
  /** The ledger's table. */
  readonly table: string;
}

const roles = ['OnPoolChangeRole', 'OnSweepRole', 'OnNoticeRole'] as const;

/**
 * Every action that the functions' roles need of this deployment, on its own resources. The same as docs/permissions.md
 * lists, which a test holds it to.
 */
export const neededActions = (parts: DeployedParts, place: Place): readonly Needed[] => {
  const { accountId, region } = place;
  const pools = parts.regions.map((each) => `arn:aws:cognito-idp:${each}:${accountId}:userpool/*`);
  const table = [`arn:aws:dynamodb:${region}:${accountId}:table/${place.table}`];
  const queues = { ...parts.queues, ...parts.deadLetters };
  const queue = (name: string): string =>
    `arn:aws:sqs:${region}:${accountId}:${queues[name]?.split('/').at(-1) ?? name}`;
  const receive = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  const topics = Object.values(parts.topics);
  const { NoticesTopic = '', UrgentTopic = '' } = parts.topics;
  const about = (key: string) => ({ 'dynamodb:LeadingKeys': [key] });
  const all: readonly Needed[] = [
    ...roles.flatMap((role) => everywhere(role, parts, place)),
    {
      role: 'OnPoolChangeRole',
      actions: ['cognito-idp:DescribeUserPool', 'cognito-idp:GetUserPoolMfaConfig'],
      on: pools,
    },
    { role: 'OnPoolChangeRole', actions: ['cognito-idp:ListUserPools'], on: ['*'] },
    { role: 'OnPoolChangeRole', actions: receive, on: [queue('PoolChangesQueue')] },
    {
      role: 'OnPoolChangeRole',
      actions: ['sqs:SendMessage'],
      on: [queue('PoolChangesQueue'), queue('NoticesQueue')],
    },
    {
      role: 'OnPoolChangeRole',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      on: table,
    },
    ...(parts.mode === 'remediate' ? remediation(parts, pools, accountId) : []),
    { role: 'OnSweepRole', actions: ['cognito-idp:ListUserPools'], on: ['*'] },
    { role: 'OnSweepRole', actions: ['account:ListRegions'], on: [`arn:aws:account::${accountId}:account`] },
    { role: 'OnSweepRole', actions: receive, on: [queue('SweepsQueue'), queue('NoticesDeadLetters')] },
    ...watching(parts, place),
    {
      role: 'OnSweepRole',
      actions: ['sqs:SendMessage'],
      on: [queue('SweepsQueue'), queue('PoolChangesQueue'), queue('NoticesQueue')],
    },
    { role: 'OnSweepRole', actions: ['sqs:StartMessageMoveTask'], on: [queue('NoticesDeadLetters')] },
    {
      role: 'OnSweepRole',
      actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
      on: table,
      context: about('account'),
    },
    { role: 'OnSweepRole', actions: ['dynamodb:GetItem'], on: table, context: about('outcome#an-id') },
    { role: 'OnSweepRole', actions: ['dynamodb:Query', 'dynamodb:DescribeTable'], on: table },
    { role: 'OnNoticeRole', actions: receive, on: [queue('NoticesQueue')] },
    {
      role: 'OnNoticeRole',
      actions: ['sqs:SendMessage'],
      on: [queue('NoticesQueue'), queue('NoticesDeadLetters')],
    },
    { role: 'OnNoticeRole', actions: ['sns:Publish'], on: [NoticesTopic, UrgentTopic] },
    { role: 'OnNoticeRole', actions: ['sns:GetTopicAttributes'], on: topics },
    {
      role: 'OnNoticeRole',
      actions: ['events:PutEvents'],
      on: [`arn:aws:events:${region}:${accountId}:event-bus/default`],
      context: { 'events:source': 'cognito-lifeguard' },
    },
    {
      role: 'OnNoticeRole',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      on: table,
      context: about('notice#an-id'),
    },
    ...channels(parts, place),
    ...ofOrganization(parts, place),
    ...(parts.forwarding
      ? [{ role: 'ForwardRole', actions: ['events:PutEvents'], on: [parts.forwarding.bus] }]
      : []),
  ];
  // Other partitions are aws-cn and aws-us-gov.
  const [, partition] = parts.key.split(':');
  return all.map((each) => ({
    ...each,
    on: each.on.map((arn) => arn.replace(/^arn:aws:/, `arn:${partition}:`)),
  }));
};

/** How the names end of the rules that watch each other: build/tampering-kinds.ts. */
const watchEachOther = ['rules', 'watch'];

/** What a sweep asks of those that tell of tampering. */
const watching = (
  { stage, forwarding, regions }: DeployedParts,
  { accountId, region }: Place,
): readonly Needed[] => [
  {
    role: 'OnSweepRole',
    actions: ['events:DescribeRule'],
    on: watchEachOther.map(
      (kind) => `arn:aws:events:${region}:${accountId}:rule/cognito-lifeguard-${stage}-tampering-${kind}`,
    ),
  },
  ...(forwarding
    ? [
        {
          role: 'OnSweepRole',
          actions: ['sqs:GetQueueAttributes'],
          on: regions
            .filter((each) => each !== region)
            .map((each) => `arn:aws:sqs:${each}:${accountId}:${forwarding.deadLetters}`),
        },
      ]
    : []),
];

/** What a member tells its centre by, and how the centre knows whom to expect. */
const ofOrganization = (
  { organization, forwarding, roles: made }: DeployedParts,
  { accountId, region }: Place,
): readonly Needed[] => {
  if (!organization) return [];
  if (organization.kind === 'member')
    return [
      'OnNoticeRole',
      ...(forwarding ? ['ForwardRole'] : []),
      // Versions before this one don't tell it.
      ...(made.TellCentreRole === undefined ? [] : ['TellCentreRole']),
    ].map((role) => ({
      role,
      actions: ['events:PutEvents'],
      on: [organization.bus],
    }));
  const stackSet = `arn:aws:cloudformation:${region}:${accountId}:stackset/${organization.stackSet}:an-id`;
  return [
    { role: 'OnSweepRole', actions: ['cloudformation:ListStackInstances'], on: [stackSet] },
    { role: 'OnSweepRole', actions: ['organizations:ListDelegatedAdministrators'], on: ['*'] },
  ];
};

/** What every function does: keys, logs, traces. */
const everywhere = (role: string, parts: DeployedParts, { accountId, region }: Place): readonly Needed[] => {
  const functionName = parts.roles[role] === undefined ? '*' : logName[role];
  return [
    { role, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: [parts.key] },
    {
      role,
      actions: ['kms:DescribeKey', 'kms:Encrypt'],
      on: [parts.key],
      context: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` },
    },
    {
      role,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      on: [
        `arn:aws:logs:${region}:${accountId}:log-group:/aws/lambda/cognito-lifeguard-${parts.stage}-${functionName}:log-stream:any`,
      ],
    },
    { role, actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], on: ['*'] },
  ];
};

const logName: { readonly [role: string]: string } = {
  OnPoolChangeRole: 'on-pool-change',
  OnSweepRole: 'on-sweep',
  OnNoticeRole: 'on-notice',
};

const remediation = (
  { smsRoleArns }: DeployedParts,
  pools: readonly string[],
  accountId: string,
): readonly Needed[] => [
  {
    role: 'OnPoolChangeRole',
    actions: ['cognito-idp:UpdateUserPool', 'cognito-idp:SetUserPoolMfaConfig', 'cognito-idp:TagResource'],
    on: pools,
  },
  {
    role: 'OnPoolChangeRole',
    actions: ['iam:CreateServiceLinkedRole'],
    on: [
      `arn:aws:iam::${accountId}:role/aws-service-role/email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService`,
    ],
    context: { 'iam:AWSServiceName': 'email.cognito-idp.amazonaws.com' },
  },
  ...(smsRoleArns.length === 0
    ? []
    : [
        {
          role: 'OnPoolChangeRole',
          actions: ['iam:PassRole'],
          on: smsRoleArns,
          context: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' },
        },
      ]),
];

const channels = (
  { slack, slackWebhookParameter, securityHub, regions }: DeployedParts,
  { accountId, region }: Place,
): readonly Needed[] => {
  const onNotice = (action: string, ...on: readonly string[]): Needed => ({
    role: 'OnNoticeRole',
    actions: [action],
    on,
  });
  return [
    ...(slackWebhookParameter === undefined
      ? []
      : [
          onNotice(
            'ssm:GetParameter',
            `arn:aws:ssm:${region}:${accountId}:parameter${slackWebhookParameter}`,
          ),
        ]),
    ...(securityHub
      ? [
          onNotice(
            'securityhub:BatchImportFindings',
            ...regions.map((each) => `arn:aws:securityhub:${each}:${accountId}:product/${accountId}/default`),
          ),
        ]
      : []),
    ...(slack ? [onNotice('cloudwatch:GetMetricData', '*')] : []),
  ];
};
