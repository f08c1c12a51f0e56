import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import { expect, test } from 'vitest';
import { type Packaged, root, scratch, type Variants } from './packaged.ts';
import { arnOf, idsOfType, properties } from './template.ts';

export const templateFacts = (variants: () => Variants): void => {
  test("passes AWS's offline validator, whatever the parameters, and so does what other Regions get", () => {
    const forwarder = join(scratch, 'forwarder.json');
    writeFileSync(forwarder, properties(variants().full.template, 'Forwarders').TemplateBody);
    const engine = new RegoEngine();

    const errors = [...Object.values(variants()).map(({ templatePath }) => templatePath), forwarder].flatMap(
      (path) =>
        engine
          .validateStandard(new TemplateFile(path))
          .diagnostics.filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR'),
    );

    engine.free();
    expect(errors).toEqual([]);
  }, 120_000);

  test('runs the functions on nodejs24.x and arm64, traced, with their settings', () => {
    const { template } = variants().full;

    expect(properties(template, 'OnPoolChangeLambdaFunction')).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      Timeout: 60,
      Environment: {
        Variables: {
          POWERTOOLS_SERVICE_NAME: 'cognito-lifeguard',
          POWERTOOLS_LOG_LEVEL: 'DEBUG',
          LIFEGUARD_MODE: 'remediate',
          LIFEGUARD_SETTLE_SECONDS: '60',
          LIFEGUARD_DEBT_AFTER: '30',
          LIFEGUARD_TELL_DENIED: 'true',
          LIFEGUARD_RETENTION_DAYS: '90',
          LIFEGUARD_STAGE: 'prod',
          LIFEGUARD_NOTICES_QUEUE_URL: { Ref: 'NoticesQueue' },
          LIFEGUARD_POOL_CHANGES_QUEUE_URL: { Ref: 'PoolChangesQueue' },
        },
      },
    });
    expect(properties(template, 'OnSweepLambdaFunction')).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      Timeout: 60,
      Environment: {
        Variables: {
          LIFEGUARD_SWEEP_RATE: '0.25',
          LIFEGUARD_STAGE: 'prod',
          LIFEGUARD_POOL_CHANGES_QUEUE_URL: { Ref: 'PoolChangesQueue' },
          LIFEGUARD_SWEEPS_QUEUE_URL: { Ref: 'SweepsQueue' },
          LIFEGUARD_NOTICES_QUEUE_URL: { Ref: 'NoticesQueue' },
        },
      },
    });
    expect(properties(template, 'OnNoticeLambdaFunction')).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      Environment: {
        Variables: {
          POWERTOOLS_SERVICE_NAME: 'cognito-lifeguard',
          LIFEGUARD_NOTICES_TOPIC_ARN: { Ref: 'NoticesTopic' },
          LIFEGUARD_URGENT_TOPIC_ARN: { Ref: 'UrgentTopic' },
          LIFEGUARD_TAMPERING_TOPIC_ARN: { Ref: 'TamperingTopic' },
          LIFEGUARD_NOTICES_QUEUE_URL: { Ref: 'NoticesQueue' },
          LIFEGUARD_NOTICES_DEAD_LETTERS_URL: { Ref: 'NoticesDeadLetters' },
          LIFEGUARD_QUIET_HOURS: '22:00-07:00 Europe/Berlin',
          LIFEGUARD_SLACK_WEBHOOK_PARAMETER: '/cognito-lifeguard/prod/slack-webhook',
          LIFEGUARD_SECURITY_HUB: 'true',
          LIFEGUARD_ACCOUNT_ALIAS: 'payments',
        },
      },
    });
  });

  test('hands the mode to the function that writes', () => {
    const { template } = variants().notify;

    expect(properties(template, 'OnPoolChangeLambdaFunction').Environment.Variables.LIFEGUARD_MODE).toBe(
      'notify',
    );
  });

  test('keeps every log for 90 days', () => {
    const { template } = variants().plain;

    const groups = idsOfType(template, 'AWS::Logs::LogGroup').map((id) => properties(template, id));

    expect(groups).toMatchObject([
      { LogGroupName: '/aws/lambda/cognito-lifeguard-prod-on-pool-change', RetentionInDays: 90 },
      { LogGroupName: '/aws/lambda/cognito-lifeguard-prod-on-sweep', RetentionInDays: 90 },
      { LogGroupName: '/aws/lambda/cognito-lifeguard-prod-on-notice', RetentionInDays: 90 },
    ]);
  });

  test('tags all that it makes with the service and the stage', () => {
    expect(variants().plain.stackTags).toEqual({ service: 'cognito-lifeguard', stage: 'prod' });
  });

  test('reserves no concurrency, which would be taken from the account’s other functions', () => {
    for (const { template } of Object.values(variants()))
      for (const id of idsOfType(template, 'AWS::Lambda::Function'))
        expect(properties(template, id)).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('bounds every role by the policy that was asked for, and none where none was', () => {
    const boundaries = ({ template }: Packaged) =>
      idsOfType(template, 'AWS::IAM::Role').map((id) => properties(template, id).PermissionsBoundary);

    expect(new Set(boundaries(variants().full))).toEqual(
      new Set(['arn:aws:iam::111122223333:policy/boundary']),
    );
    expect(new Set(boundaries(variants().plain))).toEqual(new Set([undefined]));
  });

  test('every target of every rule is tried for a day and then kept, in a queue that takes it from the rule', () => {
    for (const { template } of Object.values(variants()))
      for (const id of idsOfType(template, 'AWS::Events::Rule'))
        for (const { DeadLetterConfig, RetryPolicy } of properties(template, id).Targets) {
          const queue = DeadLetterConfig.Arn['Fn::GetAtt'][0];
          const policies = idsOfType(template, 'AWS::SQS::QueuePolicy')
            .map((policy) => properties(template, policy))
            .filter(({ Queues }) => Queues.some(({ Ref }: { Ref: string }) => Ref === queue));

          expect(RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
          const admitted = JSON.stringify(policies);
          const { Name, EventBusName } = properties(template, id);
          const rule = EventBusName ? `${properties(template, EventBusName.Ref).Name}/${Name}` : Name;
          const byArn = admitted.includes(JSON.stringify(arnOf(id)));
          expect(byArn || admitted.includes(`rule/${rule}"`), id).toBe(true);
        }
  });

  test('every parameter of serverless.yml has its row in docs/deploy.md, and no other', () => {
    const yaml = readFileSync(join(root, 'serverless.yml'), 'utf8');
    const params = yaml.slice(yaml.indexOf('\nparams:'), yaml.indexOf('\ncustom:'));
    const declared = [...params.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);

    const doc = readFileSync(join(root, 'docs/deploy.md'), 'utf8');
    const documented = [...doc.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);

    expect(declared.length).toBeGreaterThan(0);
    expect(documented).toEqual(declared);
  });
};
