import { describe, expect, it } from 'vitest';
import type { PageFiles } from '../../../src/cli/page/page-files.ts';
import { answerPageRequest, type PageRequest } from '../../../src/cli/page/page-request.ts';

const files: PageFiles = new Map([['/', { type: 'text/html', content: 'the page' }]]);

const answered = (overrides: Partial<PageRequest> = {}) =>
  answerPageRequest(
    { method: 'GET', url: '/', headers: { host: '127.0.0.1:4578' }, ...overrides },
    4578,
    files,
  );

describe('a request for the page', () => {
  it.each(['127.0.0.1:4578', 'localhost:4578'])('is answered under the name %s', (host) => {
    expect(answered({ headers: { host } })).toMatchObject({ kind: 'file', file: { content: 'the page' } });
  });

  it.each([
    'evil.example',
    'evil.example:4578',
    '127.0.0.1',
    '127.0.0.1:4577',
    '127.0.0.1.evil.example:4578',
    '127.0.0.1:4578.evil.example',
    'LOCALHOST:4578',
    '[::1]:4578',
    '',
    undefined,
  ])('gets nothing under another name: %s', (host) => {
    for (const url of ['/', '/state.json', '/events'])
      expect(answered({ url, headers: { host } })).toMatchObject({ kind: 'refused', status: 421 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', undefined])('gets nothing by %s', (method) => {
    expect(answered({ method })).toMatchObject({ kind: 'refused', status: 405 });
  });

  it.each(['cross-site', 'same-site'])('gets no data where another page makes it: %s', (site) => {
    const headers = { host: '127.0.0.1:4578', 'sec-fetch-site': site };

    expect(answered({ url: '/state.json', headers })).toMatchObject({ kind: 'refused', status: 403 });
    expect(answered({ url: '/events', headers })).toMatchObject({ kind: 'refused', status: 403 });
    expect(answered({ headers })).toMatchObject({ kind: 'file' });
  });

  it.each([
    ['/state.json', 'state'],
    ['/events', 'events'],
    ['/events?since=4', 'events'],
  ])('for %s gets %s', (url, kind) => {
    const headers = { host: '127.0.0.1:4578', 'sec-fetch-site': 'same-origin' };

    expect(answered({ url, headers })).toEqual({ kind });
  });

  it.each([
    '/no-such-page',
    '/../package.json',
    '/%2e%2e/package.json',
    '//evil.example/',
    'http://evil.example/',
    '',
  ])('for %s gets nothing', (url) => {
    expect(answered({ url })).toMatchObject({ kind: 'refused', status: 404 });
  });
});
