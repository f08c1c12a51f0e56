import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/notify/delivery.ts';
import { type SlackWebhook, slackWebhook } from '../../src/notify/post-to-slack.ts';
import { slackMessage } from '../../src/notify/slack-message.ts';
import { WebhookAddressError } from '../../src/notify/webhook-address.ts';
import { aClock } from '../support/a-clock.ts';
import { aNotice } from '../support/a-notice.ts';
import { aServer } from '../support/a-server.ts';

const path = '/services/T0AAA/B0BBB/s3cr3tS3cr3t';
const notice = aNotice();
const servers: Awaited<ReturnType<typeof aServer>>[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Posted {
  readonly path: string | undefined;
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A Slack on loopback that gives its answers one after the other, the last one again and again. */
const aSlack = async (...answers: readonly RequestListener[]) => {
  const posts: Posted[] = [];
  const server = await aServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    posts.push({ path: request.url, method: request.method, headers: request.headers, body });
    (answers[posts.length - 1] ?? answers.at(-1))?.(request, response);
  });
  servers.push(server);
  return { url: `${server.address}${path}`, server: server.address, posts };
};

const answering =
  (status: number, body: string, headers: { readonly [name: string]: string } = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

const ok = answering(200, 'ok');

const sendTo = (url: string, webhook: Partial<SlackWebhook> = {}, clock = aClock()): Promise<Delivery> =>
  slackWebhook({ url: async () => url, wait: clock.wait, now: clock.now, ...webhook }).send(notice);

const reasonOf = (delivery: Delivery): string => (delivery.kind === 'failed' ? delivery.reason : '');

describe('slackWebhook', () => {
  it('posts the message as JSON, once', async () => {
    const { url, posts } = await aSlack(ok);

    const delivery = await sendTo(url);

    expect(delivery).toEqual({ kind: 'sent', channel: 'webhook', messageId: notice.id });
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(JSON.parse(posts[0]?.body ?? '')).toEqual(slackMessage(notice));
  });

  it.each([
    [200, 'not ok', false],
    [200, '', false],
    [200, 'ok\n', false],
    [201, 'ok', false],
    [400, 'invalid_payload', false],
    [403, 'action_prohibited', false],
    [404, 'channel_not_found', false],
    [410, 'channel_is_archived', false],
    [429, 'rate_limited', true],
    [500, 'rollup_error', true],
    [503, '', true],
  ])('takes %i %j for a failure that may pass by itself: %s', async (status, body, retryable) => {
    const { url, posts } = await aSlack(answering(status, body));

    const delivery = await sendTo(url);

    expect(delivery).toMatchObject({ kind: 'failed', channel: 'webhook', retryable });
    expect(reasonOf(delivery)).toContain(`answered ${status}: ${body.trim() || 'nothing'}.`);
    expect(posts).toHaveLength(1);
  });

  it.each([
    ['seconds', '2', 2000],
    ['a date', 'Mon, 23 Nov 2026 10:00:03 GMT', 3000],
  ])('waits once where Slack asks for a moment in %s, and posts again', async (_, header, milliseconds) => {
    const clock = aClock();
    const { url, posts } = await aSlack(answering(429, 'rate_limited', { 'retry-after': header }), ok);

    const delivery = await sendTo(url, {}, clock);

    expect(delivery.kind).toBe('sent');
    expect(clock.waits).toEqual([milliseconds]);
    expect(posts).toHaveLength(2);
  });

  it('waits no second time', async () => {
    const clock = aClock();
    const { url, posts } = await aSlack(answering(429, 'rate_limited', { 'retry-after': '1' }));

    const delivery = await sendTo(url, {}, clock);

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
    expect(clock.waits).toEqual([1000]);
    expect(posts).toHaveLength(2);
  });

  it.each([['30'], ['soon'], ['Mon, 23 Nov 2026 11:00:00 GMT']])(
    'leaves it to the queue where Slack asks for %j',
    async (header) => {
      const clock = aClock();
      const { url, posts } = await aSlack(answering(429, 'rate_limited', { 'retry-after': header }), ok);

      const delivery = await sendTo(url, {}, clock);

      expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
      expect(clock.waits).toEqual([]);
      expect(posts).toHaveLength(1);
    },
  );

  it('gives up on a server that answers nothing', async () => {
    const { url } = await aSlack(() => undefined);

    const delivery = await sendTo(url, { timeout: 30 });

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
    expect(reasonOf(delivery)).toMatch(/gave no answer: .*timeout/);
  });

  it('gives up on a server that never ends its answer', async () => {
    const { url } = await aSlack((_, response) => {
      response.writeHead(200);
      response.write('o');
    });

    const delivery = await sendTo(url, { timeout: 30 });

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
  });

  it('reads no more of an answer than its beginning', async () => {
    let isClosed: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      isClosed = resolve;
    });
    const { url } = await aSlack((_, response) => {
      response.on('close', isClosed);
      response.writeHead(200);
      response.write('x'.repeat(100_000));
    });

    const delivery = await sendTo(url);

    await closed;
    expect(delivery).toMatchObject({ kind: 'failed', retryable: false });
    expect(reasonOf(delivery).length).toBeLessThan(300);
  });

  it('takes a lost connection for a failure that may pass by itself', async () => {
    const { url } = await aSlack((request) => request.socket.destroy());

    expect(await sendTo(url)).toMatchObject({ kind: 'failed', retryable: true });
  });

  it('says why a server could not be reached', async () => {
    const { url } = await aSlack(ok);
    for (const server of servers.splice(0)) await server.close();

    const delivery = await sendTo(url);

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
    expect(reasonOf(delivery)).toMatch(/ECONNREFUSED/);
  });

  it('follows no redirect', async () => {
    const elsewhere = await aSlack(ok);
    const { url } = await aSlack(answering(307, '', { location: elsewhere.url }));

    const delivery = await sendTo(url);

    expect(delivery.kind).toBe('failed');
    expect(elsewhere.posts).toEqual([]);
  });

  it.each([403, 404, 410])('posts to the address that has replaced one answering %i', async (status) => {
    const { url, server, posts } = await aSlack(answering(status, 'no_service'), ok);
    const asked: (string | undefined)[] = [];
    const replaced = `${server}/services/T0AAA/B0BBB/an0th3r`;

    const delivery = await sendTo('', {
      url: async (refused) => {
        asked.push(refused);
        return refused === undefined ? url : replaced;
      },
    });

    expect(delivery.kind).toBe('sent');
    expect(asked).toEqual([undefined, url]);
    expect(posts.map((post) => post.path)).toEqual([path, '/services/T0AAA/B0BBB/an0th3r']);
  });

  it.each([400, 429, 500])('asks for no other address after %i', async (status) => {
    const { url, posts } = await aSlack(answering(status, 'no'));
    const asked: (string | undefined)[] = [];

    await sendTo('', {
      url: async (refused) => {
        asked.push(refused);
        return url;
      },
    });

    expect(asked).toEqual([undefined]);
    expect(posts).toHaveLength(1);
  });

  it('posts to no address but Slack’s, and says nothing of what the parameter holds', async () => {
    const fetched: unknown[] = [];

    const delivery = await sendTo('https://evil.example/services/T0AAA/B0BBB/s3cr3t', {
      fetch: async (url) => {
        fetched.push(url);
        return new Response('ok');
      },
    });

    expect(delivery).toMatchObject({ kind: 'failed', retryable: false });
    expect(reasonOf(delivery)).toMatch(/holds no address of a Slack webhook/);
    expect(reasonOf(delivery)).not.toMatch(/evil|T0AAA|s3cr3t/);
    expect(fetched).toEqual([]);
  });

  it('takes up an address that was put right at once', async () => {
    const { url } = await aSlack(ok);

    const delivery = await sendTo('', { url: async (refused) => (refused === undefined ? 'wrong' : url) });

    expect(delivery.kind).toBe('sent');
  });

  it.each([true, false])(
    'says why the address could not be read; may pass by itself: %s',
    async (retryable) => {
      const delivery = await sendTo('', {
        url: async () => {
          throw new WebhookAddressError('Allow ssm:GetParameter.', retryable);
        },
      });

      expect(delivery).toEqual({
        kind: 'failed',
        channel: 'webhook',
        retryable,
        reason: 'Allow ssm:GetParameter.',
      });
    },
  );
});

describe('a reason', () => {
  const secrets = /T0AAA|B0BBB|s3cr3t/i;

  it.each([
    ['the address', (url: string) => url],
    ['the path', () => `<html>${path}</html>`],
    ['the secret', () => `no_service: ${path.slice(-12)}`],
    ['the address, encoded', (url: string) => encodeURIComponent(url)],
    ['the address in JSON', (url: string) => JSON.stringify({ url }).replaceAll('/', '\\/')],
    ['the secret with an invisible character', () => 's3cr3t\u200bS3cr3t'],
    ['many addresses', (url: string) => `${url} `.repeat(1000)],
  ])('is without the address where the answer has %s', async (_, body) => {
    const told: { url: string } = { url: '' };
    const { url } = await aSlack((_request, response) => {
      response.writeHead(500);
      response.end(body(told.url));
    });
    told.url = url;

    const delivery = await sendTo(url);

    expect(delivery.kind).toBe('failed');
    expect(reasonOf(delivery)).not.toMatch(secrets);
  });

  it.each([
    ['its message', (url: string) => new TypeError(`Failed to fetch ${url}`)],
    ['its cause', (url: string) => new TypeError('fetch failed', { cause: new Error(`connect ${url}`) })],
    ['a text that is thrown', (url: string) => `no ${url}`],
  ])('is without the address where fetch has it in %s', async (_, thrown) => {
    const url = `https://hooks.slack.com${path}`;

    const delivery = await sendTo(url, { fetch: () => Promise.reject(thrown(url)) });

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
    expect(reasonOf(delivery)).not.toMatch(secrets);
  });

  it('is without the address where reading it broke', async () => {
    const delivery = await sendTo('', {
      url: () => Promise.reject(new Error(`bad value https://hooks.slack.com${path}`)),
    });

    expect(delivery).toMatchObject({ kind: 'failed', retryable: true });
    expect(reasonOf(delivery)).not.toMatch(secrets);
  });

  it('is one inert line', async () => {
    const { url } = await aSlack(answering(500, 'a\r\n\u001b[31mb\u202ec'));

    expect(reasonOf(await sendTo(url))).toMatch(/: a \[31mbc\.$/);
  });
});
