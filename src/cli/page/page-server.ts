import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PageState } from './page-data.ts';
import type { PageFeed } from './page-feed.ts';
import type { PageFiles } from './page-files.ts';
import { answerPageRequest, pageHeaders } from './page-request.ts';

/** How many pages can be open at the same time. */
const mostReaders = 32;

/** Bytes that may wait for a reader who doesn't read; past them its connection ends, and the browser begins anew. */
const mostWaiting = 16 * 1024 * 1024;

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the page on 127.0.0.1 and nowhere else. Rejects where the port is taken.
 * @param port 0 takes a free one
 */
export const servePage = async (port: number, feed: PageFeed, files: PageFiles): Promise<PageServer> => {
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const answer = answerPageRequest(request, bound(), files);
    switch (answer.kind) {
      case 'file':
        return send(response, 200, answer.file.type, answer.file.content);
      case 'state':
        return send(response, 200, 'application/json', JSON.stringify(feed.state()));
      case 'events':
        if (readers.size < mostReaders) return readAlong(response, feed, readers);
        return send(response, 503, 'text/plain', `${mostReaders} pages are open; close one.`);
      case 'refused':
        return send(response, answer.status, 'text/plain', answer.message);
    }
  });
  const bound = (): number => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${bound()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const send = (response: ServerResponse, status: number, type: string, content: string): void => {
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': type,
    ...(status === 405 && { allow: 'GET' }),
  });
  response.end(content);
};

/** Server-sent events: first all there is, then each news; a reader who comes back gets all there is again. */
const readAlong = (response: ServerResponse, feed: PageFeed, readers: Set<ServerResponse>): void => {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream' });
  const event = (kind: 'state' | 'news', data: PageState | object): void => {
    response.write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > mostWaiting) response.destroy();
  };
  // Milliseconds until a browser that lost us tries again.
  response.write('retry: 1000\n\n');
  event('state', feed.state());
  const end = feed.follow((news) => event('news', news));
  readers.add(response);
  response.once('close', () => {
    end();
    readers.delete(response);
  });
};
