import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import { expect, test } from 'vitest';
import { metricUnits } from '../../src/handlers/counter.ts';
import { root, type Variants } from './packaged.ts';
import {
  arnOf,
  idsOfType,
  properties,
  type Resource,
  roleStatements,
  type Statement,
  type Template,
} from './template.ts';

const service = 'cognito-lifeguard-prod';
const sub = (text: string) => ({ 'Fn::Sub': text });
const centreAlarms = [
  ['AccountsSilentAlarm', 'accounts-silent', 'AccountsSilent'],
  ['NoRollCallAlarm', 'no-roll-call', 'RollCalls'],
] as const;

/** What CloudFormation takes from a template's address. Source: "Quotas", AWS CloudFormation user guide. */
const mostTemplateBytes = 1_000_000;

/** Who may send all the same. */
const deniedTo = (statement: Statement | undefined): object =>
  (statement?.Condition as { readonly ArnNotEquals: object } | undefined)?.ArnNotEquals ?? {};

export const organizationFacts = (variants: () => Variants): void => {
  const folder = () => dirname(variants().member.templatePath);
  const read = (file: string): Template => JSON.parse(readFileSync(file, 'utf8')) as Template;
  const organization = () => read(join(folder(), 'organization.json'));
  const bucket = () => read(join(folder(), 'artifact-bucket.json'));
  const artifacts = (): readonly string[] =>
    (readdirSync(join(folder(), 'artifacts'), { recursive: true }) as string[]).filter((name) =>
      /\.\w+$/.test(name),
    );
  const artifact = (name: string): string => artifacts().find((each) => each.endsWith(`/${name}`)) ?? '';
  const home = () => read(join(folder(), 'artifacts', artifact('home.json')));
  const statements = (template: Template, id: string): readonly Statement[] =>
    properties(template, id).PolicyDocument.Statement;

  test('is written for a member, and for nobody else', () => {
    for (const variant of ['plain', 'full'] as const)
      expect(existsSync(join(dirname(variants()[variant].templatePath), 'organization.json'))).toBe(false);
    expect(
      artifacts()
        .map((name) => name.replace(/[0-9a-f]{32}/, 'DIGEST'))
        .toSorted(),
    ).toEqual([
      'cognito-lifeguard/prod/DIGEST/forwarder.json',
      'cognito-lifeguard/prod/DIGEST/home.json',
      'cognito-lifeguard/prod/DIGEST/onNotice.zip',
      'cognito-lifeguard/prod/DIGEST/onPoolChange.zip',
      'cognito-lifeguard/prod/DIGEST/onSweep.zip',
    ]);
  });

  test("passes AWS's offline validator: the stack sets, the bucket, and what goes into accounts", () => {
    const engine = new RegoEngine();
    const files = [
      'organization.json',
      'artifact-bucket.json',
      join('artifacts', artifact('home.json')),
      join('artifacts', artifact('forwarder.json')),
    ];

    const errors = files.flatMap((file) =>
      engine
        .validateStandard(new TemplateFile(join(folder(), file)))
        .diagnostics.filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR'),
    );

    engine.free();
    expect(errors).toEqual([]);
    for (const file of files)
      expect(readFileSync(join(folder(), file)).byteLength).toBeLessThan(mostTemplateBytes);
  });

  test('puts home stacks into the home Region of every account but the centre’s, new ones too', () => {
    expect(properties(organization(), 'HomeStacks')).toMatchObject({
      StackSetName: `${service}-members`,
      PermissionModel: 'SERVICE_MANAGED',
      CallAs: 'DELEGATED_ADMIN',
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      ManagedExecution: { Active: true },
      OperationPreferences: { MaxConcurrentPercentage: 10, FailureTolerancePercentage: 10 },
      TemplateURL: sub(
        `https://\${ArtifactBucket}.s3.\${AWS::Region}.\${AWS::URLSuffix}/${artifact('home.json')}`,
      ),
      Parameters: [{ ParameterKey: 'ArtifactBucket', ParameterValue: { Ref: 'ArtifactBucket' } }],
      StackInstancesGroup: [
        {
          DeploymentTargets: {
            OrganizationalUnitIds: { Ref: 'OrganizationalUnitIds' },
            AccountFilterType: 'DIFFERENCE',
            Accounts: ['999988887777'],
          },
          Regions: ['eu-west-1'],
        },
      ],
    });
  });

  test('puts forwarders into the other Regions after them', () => {
    const { DependsOn } = organization().Resources.ForwarderStacks as Resource & { DependsOn: unknown };

    expect(DependsOn).toEqual(['HomeStacks']);
    expect(properties(organization(), 'ForwarderStacks')).toMatchObject({
      TemplateURL: sub(
        `https://\${ArtifactBucket}.s3.\${AWS::Region}.\${AWS::URLSuffix}/${artifact('forwarder.json')}`,
      ),
      Parameters: [{ ParameterKey: 'HomeRegion', ParameterValue: 'eu-west-1' }],
      StackInstancesGroup: [{ Regions: ['us-east-1'] }],
      AutoDeployment: {
        DependsOn: {
          'Fn::If': [
            'InOrder',
            [
              sub(
                `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${StackSetAccountId}:stackset/\${HomeStacks}`,
              ),
            ],
            { Ref: 'AWS::NoValue' },
          ],
        },
      },
    });
  });

  test('is what was packaged for the account, less the framework’s bucket and the account’s own stack set', () => {
    const own = variants().member.template;

    // What tells of fewer parts may need fewer parameters.
    const gone = Object.keys(own.Resources).filter(
      (id) => home().Resources[id] === undefined && !id.startsWith('RulesParameter'),
    );

    expect(gone.toSorted()).toEqual([
      'ForwarderAdministrationPolicy',
      'ForwarderAdministrationRole',
      'ForwarderExecutionRole',
      'Forwarders',
      'ServerlessDeploymentBucket',
      'ServerlessDeploymentBucketPolicy',
    ]);
    expect(Object.keys(home().Resources).filter((id) => own.Resources[id] === undefined)).toEqual([]);
    expect(JSON.stringify(home())).not.toMatch(/ServerlessDeploymentBucket|"Ref":"Forwarders"/);
  });

  test('takes its code from the organization’s bucket, under a name by its content', () => {
    const codes = idsOfType(home(), 'AWS::Lambda::Function').map((id) => properties(home(), id).Code);

    expect(codes).toEqual(
      ['onPoolChange', 'onSweep', 'onNotice'].map((name) => ({
        S3Bucket: { Ref: 'ArtifactBucket' },
        S3Key: artifact(`${name}.zip`),
      })),
    );
  });

  test('has a bucket that is private, over TLS only, and readable to the organization alone', () => {
    expect(properties(bucket(), 'ArtifactBucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(statements(bucket(), 'ArtifactBucketPolicy')).toEqual([
      {
        Sid: 'OurOrganizationMayRead',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: sub(`\${ArtifactBucket.Arn}/*`),
        Condition: { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'OrganizationId' } } },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [arnOf('ArtifactBucket'), sub(`\${ArtifactBucket.Arn}/*`)],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('gives a member one right more: to put news on the centre’s bus', () => {
    const { member, plain } = variants();
    const bus = sub(
      `arn:\${AWS::Partition}:events:\${AWS::Region}:999988887777:event-bus/${service}-organization`,
    );
    const before = roleStatements(plain.template, 'OnNoticeRole').map(({ Sid }) => Sid);

    const more = roleStatements(member.template, 'OnNoticeRole').filter(({ Sid }) => !before.includes(Sid));

    expect(more).toEqual([{ Sid: 'TellCentre', Effect: 'Allow', Action: 'events:PutEvents', Resource: bus }]);
    expect(
      properties(member.template, 'OnNoticeLambdaFunction').Environment.Variables.LIFEGUARD_CENTRE_BUS_ARN,
    ).toEqual(bus);
    expect(properties(member.template, 'ChannelsParameter').Value).toBe('notices,urgent,events,centre');
  });

  test('has no dashboard in a member, where each has its price', () => {
    expect(idsOfType(variants().member.template, 'AWS::CloudWatch::Dashboard')).toEqual([]);
    expect(idsOfType(variants().full.template, 'AWS::CloudWatch::Dashboard')).toEqual(['Dashboard']);
  });

  test('asks nobody to confirm anything in a member account: no subscription, no owner’s topic', () => {
    expect(idsOfType(variants().member.template, 'AWS::SNS::Subscription')).toEqual([]);
    expect(idsOfType(variants().member.template, 'AWS::SNS::Topic')).toEqual([
      'NoticesTopic',
      'UrgentTopic',
      'TamperingTopic',
    ]);
  });

  test('tells sweeps of members and of the centre what runs, the same for the same sources', () => {
    const environment = (variant: 'member' | 'full') =>
      properties(variants()[variant].template, 'OnSweepLambdaFunction').Environment.Variables;

    expect(environment('member')).toMatchObject({
      LIFEGUARD_VERSION: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      LIFEGUARD_MODE: 'remediate',
      LIFEGUARD_CODE_DIGEST: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    // Their policies are others: the digest is of the code.
    expect(environment('full').LIFEGUARD_CODE_DIGEST).toBe(environment('member').LIFEGUARD_CODE_DIGEST);
    expect(environment('full')).toMatchObject({
      LIFEGUARD_STACK_SET: `${service}-members`,
      LIFEGUARD_CALL_AS: 'DELEGATED_ADMIN',
      // Three sweeps of six hours.
      LIFEGUARD_SILENT_MINUTES: '1080',
    });
  });

  test('lets every account of the organization, and nobody else, put news on the centre’s bus', () => {
    const { template } = variants().full;

    expect(properties(template, 'OrganizationBus').Name).toBe(`${service}-organization`);
    expect(properties(template, 'OrganizationBusPolicy')).toEqual({
      EventBusName: { Ref: 'OrganizationBus' },
      StatementId: 'OurOrganizationMayPut',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: arnOf('OrganizationBus'),
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      },
    });
  });

  test('hands members’ news, and nothing else, to the queue of notices', () => {
    expect(properties(variants().full.template, 'OrganizationRule')).toMatchObject({
      EventBusName: { Ref: 'OrganizationBus' },
      EventPattern: { source: ['cognito-lifeguard'], 'detail-type': ['Member News'] },
      Targets: [
        {
          Arn: arnOf('NoticesQueue'),
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          DeadLetterConfig: { Arn: arnOf('NoticesDeadLetters') },
        },
      ],
    });
  });

  test.each(['NoticesQueue', 'NoticesDeadLetters'])(
    '%s of the centre takes from its own functions and from that rule',
    (queue) => {
      const before = statements(variants().plain.template, `${queue}Policy`);

      const [allow, deny, ...rest] = statements(variants().full.template, `${queue}Policy`);

      expect(allow).toEqual({
        Sid: 'OurRuleMaySend',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: arnOf(queue),
        Condition: { ArnEquals: { 'aws:SourceArn': arnOf('OrganizationRule') } },
      });
      expect(deny).toEqual({
        ...before[0],
        Condition: {
          ArnNotEquals: {
            ...deniedTo(before[0]),
            'aws:SourceArn': arnOf('OrganizationRule'),
          },
        },
      });
      expect(rest).toEqual(before.slice(1));
    },
  );

  test.each(['SweepsQueue', 'SweepsDeadLetters'])(
    '%s of the centre takes from the roll call’s rule',
    (queue) => {
      const [allow] = statements(variants().full.template, `${queue}Policy`);

      expect(allow?.Condition).toEqual({
        ArnEquals: {
          'aws:SourceArn': [arnOf('SweepSchedule'), arnOf('RollCallSchedule'), arnOf('DeployedRule')],
        },
      });
    },
  );

  test('calls the roll every hour, by a role that may see who is expected and nothing else of stack sets', () => {
    const { template } = variants().full;

    expect(properties(template, 'RollCallSchedule')).toMatchObject({
      ScheduleExpression: 'rate(1 hour)',
      Targets: [
        {
          Arn: arnOf('SweepsQueue'),
          Input: '{"schema":"cognito-lifeguard/sweep/1","kind":"roll-call"}',
          DeadLetterConfig: { Arn: arnOf('SweepsDeadLetters') },
        },
      ],
    });
    expect(statements(template, 'RollCallPolicy')).toEqual([
      {
        Sid: 'SeeWhoIsExpected',
        Effect: 'Allow',
        Action: 'cloudformation:ListStackInstances',
        Resource: sub(
          `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:*:stackset/${service}-members:*`,
        ),
      },
      {
        Sid: 'BeDelegatedAdministrator',
        Effect: 'Allow',
        Action: 'organizations:ListDelegatedAdministrators',
        Resource: '*',
      },
    ]);
  });

  test.each(centreAlarms)(
    '%s is told as urgent, and the topics and the key let it in',
    (id, name, metric) => {
      const { template } = variants().full;
      const arn = sub(
        `arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:\${AWS::AccountId}:alarm:${service}-${name}`,
      );

      expect(properties(template, id)).toMatchObject({
        AlarmName: `${service}-${name}`,
        MetricName: metric,
        AlarmActions: [{ Ref: 'UrgentTopic' }],
        AlarmDescription: expect.stringContaining(`docs/operations.md, ${name}`),
        TreatMissingData: name === 'no-roll-call' ? 'breaching' : 'notBreaching',
      });
      expect(metricUnits).toHaveProperty(metric);
      for (const part of ['NoticesTopicPolicy', 'UrgentTopicPolicy', 'LifeguardKey'])
        expect(JSON.stringify(properties(template, part))).toContain(JSON.stringify(arn));
      expect(JSON.stringify(variants().plain.template)).not.toContain(name);
    },
  );

  test('has an operations section for each alarm of a centre', () => {
    const doc = readFileSync(join(root, 'docs/operations.md'), 'utf8');

    for (const [, name] of centreAlarms)
      expect(doc.split('\n').filter((line) => line === `## ${name}`)).toHaveLength(1);
  });
};
