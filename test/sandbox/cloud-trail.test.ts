import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { NOON, REGION, sandboxFixture } from './sandbox-fixture.ts';

const EVERY_CALL = { source: ['aws.cognito-idp'] };
const ROLE = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:deploy',
  arn: 'arn:aws:sts::111122223333:assumed-role/Developer/deploy',
  sessionContext: {
    sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/Developer', userName: 'Developer' },
    attributes: { mfaAuthenticated: 'false' },
  },
};

function bodiesOf({ sandbox }: Awaited<ReturnType<typeof sandboxFixture>>): readonly unknown[] {
  const messages = sandbox.queues.get(REGION, 'pool-changes')?.messages() ?? [];
  return messages.map(({ body }) => JSON.parse(body));
}

async function trailFixture() {
  const fixture = await sandboxFixture();
  fixture.sandbox.targetRule({ pattern: EVERY_CALL, queueName: 'pool-changes' });
  const id = await fixture.createPool();
  fixture.sandbox.queues.get(REGION, 'pool-changes')?.purge();
  return { ...fixture, id };
}

describe('an onlooker', () => {
  it('sees each record while the pool is as that call left it, before its event goes anywhere', async () => {
    const fixture = await trailFixture();
    const { cognito, id, sandbox } = fixture;
    const seen: unknown[] = [];
    sandbox.watch((happening) => {
      if (happening.kind !== 'record') return;
      const { DeletionProtection } = sandbox.pools.get(REGION, id)?.settings ?? {};
      seen.push([happening.record.eventName, happening.at, DeletionProtection, bodiesOf(fixture).length]);
    });

    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, DeletionProtection: 'ACTIVE' }));
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, DeletionProtection: 'INACTIVE' }));

    expect(seen).toEqual([
      ['UpdateUserPool', NOON, 'ACTIVE', 0],
      ['UpdateUserPool', NOON, 'INACTIVE', 1],
    ]);
  });
});

describe('a write', () => {
  it('reaches the queue of a rule as CloudTrail and EventBridge show it', async () => {
    // Prepare
    const fixture = await trailFixture();
    const { client, id, sandbox } = fixture;
    sandbox.identity('AKIAROLE', ROLE);

    // Act
    const update = {
      UserPoolId: id,
      DeletionProtection: 'INACTIVE',
      UserPoolTags: { Team: 'Checkout' },
    } as const;
    await client('AKIAROLE').send(new UpdateUserPoolCommand(update));

    // Assess
    expect(bodiesOf(fixture)).toEqual([
      {
        version: '0',
        id: expect.any(String),
        'detail-type': 'AWS API Call via CloudTrail',
        source: 'aws.cognito-idp',
        account: '111122223333',
        time: '2026-11-23T12:00:00Z',
        region: 'eu-west-1',
        resources: [],
        detail: {
          eventVersion: '1.08',
          userIdentity: { accountId: '111122223333', accessKeyId: 'AKIAROLE', ...ROLE },
          eventTime: '2026-11-23T12:00:00Z',
          eventSource: 'cognito-idp.amazonaws.com',
          eventName: 'UpdateUserPool',
          awsRegion: 'eu-west-1',
          sourceIPAddress: '127.0.0.1',
          userAgent: expect.stringContaining('aws-sdk-js/'),
          requestParameters: {
            userPoolId: id,
            deletionProtection: 'INACTIVE',
            userPoolTags: { Team: 'Checkout' },
          },
          responseElements: null,
          requestID: expect.any(String),
          eventID: expect.any(String),
          readOnly: false,
          eventType: 'AwsApiCall',
          managementEvent: true,
          recipientAccountId: '111122223333',
          eventCategory: 'Management',
        },
      },
    ]);
  });

  it('shows what was created, and no client secret', async () => {
    // Prepare
    const { cognito, sandbox } = await trailFixture();

    // Act
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'new' }));
    const UserPoolId = UserPool?.Id;
    await cognito.send(
      new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web', GenerateSecret: true }),
    );

    // Assess
    const [pool, client] = sandbox.trail.slice(-2);
    expect(pool).toMatchObject({ responseElements: { userPool: { id: UserPoolId, name: 'new' } } });
    expect(client).toMatchObject({
      responseElements: {
        userPoolClient: { userPoolId: UserPoolId, clientSecret: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      },
    });
  });

  it('that is refused is recorded with its error', async () => {
    // Prepare
    const fixture = await trailFixture();
    const { cognito, id } = fixture;

    // Act
    await cognito
      .send(new UpdateUserPoolCommand({ UserPoolId: id, MfaConfiguration: 'ON' }))
      .catch(() => undefined);

    // Assess
    expect(bodiesOf(fixture)).toMatchObject([
      {
        detail: {
          errorCode: 'InvalidParameterException',
          responseElements: null,
          requestParameters: { userPoolId: id },
        },
      },
    ]);
  });

  it('that is denied is recorded without its parameters', async () => {
    // Prepare
    const fixture = await trailFixture();
    const { cognito, id, sandbox } = fixture;
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id })).catch(() => undefined);

    // Assess
    expect(bodiesOf(fixture)).toMatchObject([
      { detail: { errorCode: 'AccessDenied', requestParameters: null } },
    ]);
  });

  it("of CloudFormation shows the service in place of the caller's address", async () => {
    // Prepare
    const { client, id, sandbox } = await trailFixture();
    sandbox.identity('AKIACFN', { ...ROLE, invokedBy: 'cloudformation.amazonaws.com' });

    // Act
    await client('AKIACFN').send(new UpdateUserPoolCommand({ UserPoolId: id }));

    // Assess
    expect(sandbox.trail.at(-1)).toMatchObject({
      userIdentity: { invokedBy: 'cloudformation.amazonaws.com' },
      sourceIPAddress: 'cloudformation.amazonaws.com',
      userAgent: 'cloudformation.amazonaws.com',
    });
  });

  it('over 100 KB hides its parameters, pool id included', async () => {
    // Prepare
    const fixture = await trailFixture();
    const { cognito, id } = fixture;
    const text = `{####}${'ü'.repeat(19_000)}`;

    // Act
    await cognito.send(
      new UpdateUserPoolCommand({
        UserPoolId: id,
        EmailVerificationMessage: text,
        VerificationMessageTemplate: { EmailMessage: text },
        AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: text } },
      }),
    );

    // Assess
    expect(bodiesOf(fixture)).toMatchObject([
      { detail: { requestParameters: { omitted: 'true', reason: 'requestParameters too large' } } },
    ]);
  });
});

describe('what reaches no rule', () => {
  it('is a read', async () => {
    // Prepare
    const { cognito, id, sandbox } = await trailFixture();
    const before = sandbox.trail.length;

    // Act
    await cognito.send(new DescribeUserPoolCommand({ UserPoolId: id }));

    // Assess
    expect(sandbox.trail).toHaveLength(before);
  });

  it('is an event that was dropped, though the trail has its record', async () => {
    // Prepare
    const fixture = await trailFixture();
    const { cognito, id, sandbox } = fixture;
    sandbox.faults.add({ kind: 'drop-event' });

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));

    // Assess
    expect(bodiesOf(fixture)).toEqual([]);
    expect(sandbox.trail.at(-1)).toMatchObject({ eventName: 'UpdateUserPool' });
  });
});

describe('an event that is delivered twice', () => {
  it('has one eventID', async () => {
    // Prepare
    const fixture = await trailFixture();
    const { cognito, id, sandbox } = fixture;
    sandbox.faults.add({ kind: 'duplicate-event' });

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));

    // Assess
    const { eventID } = sandbox.trail.at(-1) ?? {};
    expect(bodiesOf(fixture)).toMatchObject([{ detail: { eventID } }, { detail: { eventID } }]);
  });
});
