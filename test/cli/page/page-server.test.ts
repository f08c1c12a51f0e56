import { get } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageState } from '../../../src/cli/page/page-data.ts';
import { pageFiles } from '../../../src/cli/page/page-files.ts';
import { servePage } from '../../../src/cli/page/page-server.ts';
import { aPageFeed, aRecord } from './a-page-feed.ts';

const aServedPage = async () => {
  const page = aPageFeed();
  const files = new Map([['/', { type: 'text/html; charset=utf-8', content: 'the page' }]]);
  const server = await servePage(0, page.feed, files);
  onTestFinished(() => server.close());
  return { ...page, ...server };
};

/** Reads a stream of events up to so many of them. */
const eventsFrom = async (url: string, count: number, begun: () => void): Promise<string[]> => {
  const response = await fetch(`${url}/events`);
  begun();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const events = text
      .split('\n\n')
      .slice(0, -1)
      .filter((each) => each.startsWith('event:'));
    if (events.length >= count) return events;
  }
  throw new Error(`It ended after: ${text}`);
};

describe('the page’s server', () => {
  it('serves with what a browser needs to hold it to its own files', async () => {
    const { url } = await aServedPage();

    const response = await fetch(url);

    expect(await response.text()).toBe('the page');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is on 127.0.0.1 and nowhere else', async () => {
    const { url } = await aServedPage();

    expect(new URL(url).hostname).toBe('127.0.0.1');
    await expect(fetch(url.replace('127.0.0.1', '[::1]'))).rejects.toThrow();
    await expect(fetch(url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow();
  });

  it('answers nobody who calls it by another name', async () => {
    const { url } = await aServedPage();

    const status = await new Promise((resolve, reject) => {
      get(`${url}/state.json`, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).on('error', reject);
    });

    expect(status).toBe(421);
  });

  it('says which method it takes', async () => {
    const { url } = await aServedPage();

    const response = await fetch(url, { method: 'POST', body: '{}' });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  it('gives all there is as JSON', async () => {
    const { url, call } = await aServedPage();
    call(aRecord());

    const state = (await (await fetch(`${url}/state.json`)).json()) as PageState;

    expect(state.entries).toMatchObject([{ call: 'UpdateUserPool' }]);
  });

  it('tells a reader all there is, and then what comes', async () => {
    const { url, call } = await aServedPage();
    call(aRecord({ eventName: 'CreateUserPool' }));

    const [first = '', second = ''] = await eventsFrom(url, 2, () => call(aRecord()));

    expect(first).toMatch(/^event: state\ndata: \{.*CreateUserPool/);
    expect(second).toMatch(/^event: news\ndata: \{"kind":"entry".*UpdateUserPool/);
    expect(first.split('\n')).toHaveLength(2);
  });

  it('has no room for more readers than it can serve', async () => {
    const { url } = await aServedPage();
    const readers = [];
    for (let count = 0; count < 33; count += 1) readers.push(await fetch(`${url}/events`));

    expect(readers.filter(({ status }) => status === 200)).toHaveLength(32);
    expect(await readers.at(-1)?.text()).toBe('32 pages are open; close one.');
  });

  it('ends at once, readers or not', async () => {
    const { url, close } = await aServedPage();
    const reader = await fetch(`${url}/events`);

    await close();

    await expect(reader.text()).rejects.toThrow();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the files of the page', () => {
  it('are four, name no other host, and run nothing inside the page', async () => {
    const files = await pageFiles();

    expect([...files.keys()]).toEqual(['/', '/page.css', '/page.js', '/icon.svg']);
    const page = files.get('/')?.content ?? '';
    expect(page).not.toMatch(/<script>|\son\w+=|style=|<style/);
    for (const [path, { content }] of files) {
      expect(content.length, path).toBeGreaterThan(200);
      const addresses = (content.match(/(?:https?:)?\/\/[\w.-]+\.\w+/g) ?? []).filter(
        (each) => !each.includes('www.w3.org'),
      );
      expect(addresses).toEqual([]);
    }
  });
});
