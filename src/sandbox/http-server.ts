import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOwnHost } from './is-own-host.ts';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Without a query. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string | undefined };
  readonly sourceIpAddress: string;
  readonly body: string;
  /** The body had more than the server takes; `body` is empty. */
  readonly tooLarge: boolean;
}

/** What goes back over the wire; `lost` drops the connection without an answer. */
export type WireResponse =
  | {
      readonly kind: 'sent';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      readonly body: string;
    }
  | { readonly kind: 'lost' };

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** No Cognito request comes near it; it keeps a careless or hostile local process from filling the memory. */
const LARGEST_BODY = 2 * 1024 * 1024;

/** Serves on 127.0.0.1 and nowhere else, and under no other name. Rejects where the port is taken. */
export async function serveOnLoopback(
  port: number,
  handle: (request: WireRequest) => Promise<WireResponse>,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    if (!isOwnHost(request.headers.host, own)) return respond(response, misdirected(own));
    readBody(request)
      .then(async (body) => respond(response, await handle(wireRequest(request, body))))
      // The client went away, or something in here broke: either way there is nothing to say on this connection.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size <= LARGEST_BODY ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function wireRequest(request: IncomingMessage, body: string | undefined): WireRequest {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  return {
    method: request.method ?? '',
    path: (request.url ?? '').split('?', 1)[0] ?? '',
    headers,
    sourceIpAddress: request.socket.remoteAddress ?? '127.0.0.1',
    body: body ?? '',
    tooLarge: body === undefined,
  };
}

function respond(response: ServerResponse, answer: WireResponse): void {
  if (answer.kind === 'lost') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

const misdirected = (port: number): WireResponse => ({
  kind: 'sent',
  status: 421,
  headers: { 'content-type': 'text/plain' },
  body: `This is http://127.0.0.1:${port}, and nothing else.`,
});
