import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DescribeUserPoolCommand,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { afterEach } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';

export const REGION = 'eu-west-1';
export const NOON = new Date('2026-11-23T12:00:00.000Z');
export const FUNCTION_ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:trigger';
export const SMS_ROLE_ARN = 'arn:aws:iam::111122223333:role/sms';
export const SES_ARN = 'arn:aws:ses:eu-west-1:111122223333:identity/example.com';

/** A clock that stands still until it is moved. */
interface Clock {
  now: Date;
  advance(seconds: number): void;
}

export interface Fixture {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  readonly cognito: CognitoIdentityProviderClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly sts: STSClient;
  /** What a client of another service takes, signing for a Region. */
  readonly config: (region?: string) => Config;
  /** A Cognito client that signs with another key, for another Region. */
  readonly client: (accessKeyId: string, region?: string) => CognitoIdentityProviderClient;
  readonly createPool: (settings?: Partial<CreateUserPoolCommandInput>) => Promise<string>;
  readonly describe: (id: string) => Promise<UserPoolType>;
  /** Sends a body as it is, past the SDK's own idea of a request. */
  readonly post: (target: string, body: string, headers?: Record<string, string>) => Promise<RawAnswer>;
}

interface Config {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
}

interface RawAnswer {
  readonly status: number;
  readonly errorType: string | null;
  readonly body: unknown;
}

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A running sandbox with clients of the real SDK, closed after the test. */
export async function sandboxFixture(options: SandboxOptions = {}): Promise<Fixture> {
  const clock: Clock = {
    now: NOON,
    advance: (seconds) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
    },
  };
  const sandbox = await startSandbox({ now: () => clock.now, homeRegion: REGION, ...options });
  open.push(sandbox);
  const config = (accessKeyId = 'AKIATEST', region = REGION): Config => ({
    endpoint: sandbox.url,
    region,
    credentials: { accessKeyId, secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const cognito = new CognitoIdentityProviderClient(config());
  const sns = new SNSClient(config());
  const sqs = new SQSClient(config());
  const sts = new STSClient(config());
  open.push(...[cognito, sns, sqs, sts].map((client) => ({ close: () => client.destroy() })));
  return {
    sandbox,
    clock,
    cognito,
    sns,
    sqs,
    sts,
    config: (region) => config('AKIATEST', region),
    client: (accessKeyId, region) => {
      const client = new CognitoIdentityProviderClient(config(accessKeyId, region));
      open.push({ close: () => client.destroy() });
      return client;
    },
    createPool: async (settings = {}) => {
      const { UserPool } = await cognito.send(
        new CreateUserPoolCommand({ PoolName: 'checkout', ...settings }),
      );
      return UserPool?.Id ?? '';
    },
    describe: async (id) => {
      const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: id }));
      return UserPool ?? {};
    },
    post: async (target, body, headers = signedHeaders()) => {
      const response = await fetch(sandbox.url, {
        method: 'POST',
        headers: { 'x-amz-target': target, ...headers },
        body,
      });
      const text = await response.text();
      const errorType = response.headers.get('x-amzn-errortype');
      return { status: response.status, errorType, body: text === '' ? undefined : JSON.parse(text) };
    },
  };
}

/** The header of a request signed in a Region; the signature itself is never looked at. */
export function signedHeaders(
  region = REGION,
  accessKeyId = 'AKIATEST',
  service = 'cognito-idp',
): Record<string, string> {
  const scope = `${accessKeyId}/20261123/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0a` };
}
