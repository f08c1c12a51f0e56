import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { sandboxFixture, signedHeaders } from './sandbox-fixture.ts';

const DESCRIBE = 'AWSCognitoIdentityProviderService.DescribeUserPool';

describe('a request', () => {
  it.each([
    ['without a signature', DESCRIBE, '{}', {}, 400, 'MissingAuthenticationTokenException'],
    [
      'with half a signature',
      DESCRIBE,
      '{}',
      { authorization: 'AWS4-HMAC-SHA256 Credential=A/B' },
      400,
      'IncompleteSignatureException',
    ],
    ['that is no JSON', DESCRIBE, '{"UserPoolId":', signedHeaders(), 400, 'SerializationException'],
    ['that is no object', DESCRIBE, '[]', signedHeaders(), 400, 'SerializationException'],
    [
      'for an operation that is not there',
      'AWSCognitoIdentityProviderService.SignUp',
      '{}',
      signedHeaders(),
      400,
      'UnknownOperationException',
    ],
    [
      'for an inherited name',
      'AWSCognitoIdentityProviderService.constructor',
      '{}',
      signedHeaders(),
      400,
      'UnknownOperationException',
    ],
    [
      'for a service that is not there',
      'DynamoDB_20120810.GetItem',
      '{}',
      signedHeaders(),
      400,
      'UnknownOperationException',
    ],
    [
      'for a service with an inherited name',
      'constructor.GetItem',
      '{}',
      signedHeaders(),
      400,
      'UnknownOperationException',
    ],
    [
      'over 2 MB',
      DESCRIBE,
      'x'.repeat(2 * 1024 * 1024 + 1),
      signedHeaders(),
      413,
      'RequestEntityTooLargeException',
    ],
  ])('%s is refused', async (_title, target, body, headers, status, errorType) => {
    // Prepare
    const { post } = await sandboxFixture();

    // Act
    const answer = await post(target, body, headers);

    // Assess
    expect(answer).toMatchObject({
      status,
      errorType,
      body: { __type: errorType, message: expect.any(String) },
    });
  });

  it('under another name than this machine’s is refused, and leaves nothing: a page elsewhere could send it', async () => {
    const { sandbox } = await sandboxFixture();
    const { port } = new URL(sandbox.url);
    const headers = { ...signedHeaders(), 'x-amz-target': DESCRIBE, host: `rebound.example:${port}` };

    const status = await new Promise((resolve) => {
      request(sandbox.url, { method: 'POST', headers }, (response) =>
        resolve(response.resume().statusCode),
      ).end('{"UserPoolId":"us-east-1_gone"}');
    });

    expect(status).toBe(421);
    expect(sandbox.calls).toEqual([]);
  });

  it('is kept with who sent it, what it said and what it got', async () => {
    // Prepare
    const { sandbox, client } = await sandboxFixture();

    // Act
    const asking = client('AKIASOMEONE', 'us-east-1').send(
      new DescribeUserPoolCommand({ UserPoolId: 'us-east-1_gone' }),
    );
    const refusal: unknown = await asking.catch((thrown: unknown) => thrown);

    // Assess
    expect(refusal).toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'User pool us-east-1_gone does not exist.',
    });
    expect(sandbox.calls).toMatchObject([
      {
        service: 'cognito-idp',
        operation: 'DescribeUserPool',
        region: 'us-east-1',
        accessKeyId: 'AKIASOMEONE',
        userAgent: expect.stringContaining('aws-sdk-js/'),
        input: { UserPoolId: 'us-east-1_gone' },
        answer: { kind: 'refused', code: 'ResourceNotFoundException' },
      },
    ]);
  });
});

describe('STS', () => {
  it('says who the caller is', async () => {
    // Prepare
    const { sts } = await sandboxFixture();

    // Act
    const identity = await sts.send(new GetCallerIdentityCommand({}));

    // Assess
    expect(identity).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:iam::111122223333:user/sandbox',
    });
  });
});

describe('the server', () => {
  it('answers on loopback only', async () => {
    // Prepare
    const { sandbox } = await sandboxFixture();
    const port = Number(new URL(sandbox.url).port);
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    const outside = others
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);

    // Act
    const reached = await Promise.all(outside.map((address) => connects(address, port)));

    // Assess
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
    expect(reached).not.toContain(true);
  });

  it('takes the port that it is given, and says so when it cannot', async () => {
    // Prepare
    const { sandbox } = await sandboxFixture();
    const port = Number(new URL(sandbox.url).port);

    // Act
    const starting = startSandbox({ port });

    // Assess
    await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is gone once closed', async () => {
    // Prepare
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);

    // Act
    await sandbox.close();

    // Assess
    expect(await connects('127.0.0.1', port)).toBe(false);
  });
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
