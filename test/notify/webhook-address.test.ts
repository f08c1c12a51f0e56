import type { RequestListener } from 'node:http';
import { SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, describe, expect, it } from 'vitest';
import { WebhookAddressError, webhookAddress } from '../../src/notify/webhook-address.ts';
import { aClock } from '../support/a-clock.ts';
import { aServer } from '../support/a-server.ts';

const parameter = '/cognito-lifeguard/slack-webhook';
const first = 'https://hooks.slack.com/services/T0AAA/B0BBB/first';
const second = 'https://hooks.slack.com/services/T0AAA/B0BBB/second';

const servers: Awaited<ReturnType<typeof aServer>>[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A Parameter Store on loopback that gives its answers one after the other, the last one again and again. */
const aStore = async (...answers: readonly RequestListener[]) => {
  const asked: unknown[] = [];
  const server = await aServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ operation: request.headers['x-amz-target'], ...JSON.parse(body) });
    (answers[asked.length - 1] ?? answers.at(-1))?.(request, response);
  });
  servers.push(server);
  const ssm = new SSMClient({ endpoint: server.address, region: 'eu-west-1', maxAttempts: 1 });
  return { ssm, asked };
};

const holding =
  (Value: string, Type = 'SecureString'): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ Parameter: { Name: parameter, Type, Value, Version: 1 } }));
  };

const refusing =
  (status: number, name: string, message = 'no'): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ __type: name, message }));
  };

const refusalOf = async (...answers: readonly RequestListener[]): Promise<WebhookAddressError> => {
  const { ssm } = await aStore(...answers);
  const error = await webhookAddress({ ssm, parameter, ...aClock() })().catch((thrown: unknown) => thrown);
  if (!(error instanceof WebhookAddressError)) throw new Error(`It gave ${String(error)}.`);
  return error;
};

describe('webhookAddress', () => {
  it('reads the parameter decrypted, and leaves out the line end of a file that was stored', async () => {
    const { ssm, asked } = await aStore(holding(`${first}\n`));

    const address = await webhookAddress({ ssm, parameter, ...aClock() })();

    expect(address).toBe(first);
    expect(asked).toEqual([{ operation: 'AmazonSSM.GetParameter', Name: parameter, WithDecryption: true }]);
  });

  it('keeps the address for five minutes', async () => {
    const { ssm, asked } = await aStore(holding(first), holding(second));
    const clock = aClock();
    const address = webhookAddress({ ssm, parameter, now: clock.now });

    const atOnce = [await address(), await address()];
    clock.pass(5 * 60_000 - 1);
    const before = await address();
    clock.pass(1);
    const after = await address();

    expect([...atOnce, before, after]).toEqual([first, first, first, second]);
    expect(asked).toHaveLength(2);
  });

  it('reads again at once where the address that it gave was refused', async () => {
    const { ssm } = await aStore(holding(first), holding(second));
    const address = webhookAddress({ ssm, parameter, ...aClock() });
    const refused = await address();

    const replaced = await address(refused);

    expect(replaced).toBe(second);
  });

  it('reads no more where another address was refused than the one that it has', async () => {
    const { ssm, asked } = await aStore(holding(first), holding(second));
    const address = webhookAddress({ ssm, parameter, ...aClock() });
    await address();

    const kept = await address('https://hooks.slack.com/services/T0AAA/B0BBB/older');

    expect(kept).toBe(first);
    expect(asked).toHaveLength(1);
  });

  it('remembers no failure', async () => {
    const { ssm } = await aStore(refusing(500, 'InternalServerError'), holding(first));
    const address = webhookAddress({ ssm, parameter, ...aClock() });
    await address().catch(() => undefined);

    expect(await address()).toBe(first);
  });

  it('refuses a parameter that is stored in plain text, and says nothing of what it holds', async () => {
    const { message, retryable } = await refusalOf(holding(first, 'String'));

    expect(message).toContain(`The parameter ${parameter} is no SecureString`);
    expect(message).not.toMatch(/T0AAA|first/);
    expect(retryable).toBe(false);
  });

  it('refuses an empty parameter', async () => {
    expect(await refusalOf(holding(' \n'))).toMatchObject({ retryable: false });
  });

  it.each([
    [
      'AccessDeniedException',
      'not authorized to perform: ssm:GetParameter on /kms/x',
      'Allow ssm:GetParameter on',
    ],
    [
      'AccessDeniedException',
      'The ciphertext refers to a key that you may not access.',
      'Allow kms:Decrypt on',
    ],
    ['InvalidKeyId', 'no', 'allow kms:Decrypt on it'],
    ['ParameterNotFound', 'no', 'There is no parameter'],
  ])('says what to do about %s (%s), which does not pass by itself', async (name, said, remedy) => {
    const { message, retryable } = await refusalOf(refusing(400, name, said));

    expect(message).toContain(remedy);
    expect(message).toContain(parameter);
    expect(retryable).toBe(false);
  });

  it.each([
    [400, 'ThrottlingException', true],
    [500, 'InternalServerError', true],
    [400, 'ValidationException', false],
  ])('takes %i %s for a failure that passes by itself: %s', async (status, name, retryable) => {
    expect(await refusalOf(refusing(status, name))).toMatchObject({ retryable });
  });

  it('takes a lost connection for a failure that passes by itself', async () => {
    const error = await refusalOf((request) => request.socket.destroy());

    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining('ssm:GetParameter') });
  });
});
