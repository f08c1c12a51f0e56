import type { IncomingHttpHeaders } from 'node:http';
import { isOwnHost } from '../../sandbox/is-own-host.ts';
import type { PageFile, PageFiles } from './page-files.ts';

/** What is asked of the page's server. */
export interface PageRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Pick<IncomingHttpHeaders, 'host' | 'sec-fetch-site'>;
}

/** What it is answered with. */
export type PageAnswer =
  | { readonly kind: 'file'; readonly file: PageFile }
  | { readonly kind: 'state' }
  | { readonly kind: 'events' }
  | { readonly kind: 'refused'; readonly status: 403 | 404 | 405 | 421; readonly message: string };

/**
 * Decides what a request gets. Only GET, and only under a name of this machine.
 * @param port the server's own
 */
export const answerPageRequest = (
  { method, url = '/', headers }: PageRequest,
  port: number,
  files: PageFiles,
): PageAnswer => {
  if (!isOwnHost(headers.host, port))
    return refused(421, `This is http://127.0.0.1:${port}, and nothing else.`);
  if (method !== 'GET') return refused(405, 'The page is only read: GET.');
  const [path = '/'] = url.split('?');
  const isData = path === '/state.json' || path === '/events';
  // Browsers say so of every request that another site's page makes (Fetch Metadata, W3C).
  if (isData && !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString()))
    return refused(403, 'This is for the page itself.');
  if (path === '/state.json') return { kind: 'state' };
  if (path === '/events') return { kind: 'events' };
  const file = files.get(path);
  return file ? { kind: 'file', file } : refused(404, 'There is no such page.');
};

const refused = (status: 403 | 404 | 405 | 421, message: string): PageAnswer => ({
  kind: 'refused',
  status,
  message,
});

/**
 * What every answer carries: nothing is loaded but the page's own files, no text becomes markup (Trusted Types),
 * nobody frames it, nothing is kept.
 */
export const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;
