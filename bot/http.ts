import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf, UserError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';

export interface HttpRequest {
  readonly headers: IncomingHttpHeaders;
  /** As it was sent, since signatures are over these bytes. */
  readonly body: Buffer;
}

export interface HttpReply {
  readonly status: number;
  /** Text is sent as such, anything else as JSON. */
  readonly body?: unknown;
}

export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: HttpRequest): Promise<HttpReply> | HttpReply;
}

export interface HttpServer {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more requests, and lets those under way end. */
  close(): Promise<void>;
}

const largestBody = 1024 * 1024;

/**
 * Longer than a load balancer keeps an idle connection, which is a minute unless told: else it sends on one that is
 * just being closed, and says 502. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
 */
const keepAliveTimeout = 75_000;

/** One server for all gates. Port 0 takes a free one. */
export async function startHttp(options: {
  host: string;
  port: number;
  routes: readonly HttpRoute[];
  log: Log;
}): Promise<HttpServer> {
  const { host, port, log } = options;
  const routes = new Map(options.routes.map((route) => [`${route.method} ${route.path}`, route]));
  const paths = new Set(options.routes.map(({ path }) => path));

  // A client that sends its head or its body drop by drop is cut off after these.
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout },
    (request, response) => {
      answer(request).then(
        (reply) => send(response, reply),
        (error) => {
          if (error instanceof UserError) return send(response, { status: 400, body: error.message });
          log.error({ path: request.url?.split('?')[0], error: messageOf(error) }, 'A request failed');
          send(response, { status: 500, body: 'Something went wrong here. Please try again.' });
        },
      );
    },
  );

  async function answer(request: IncomingMessage): Promise<HttpReply> {
    const path = request.url?.split('?')[0] ?? '/';
    const route = routes.get(`${request.method} ${path}`);
    if (!route) {
      request.resume();
      return paths.has(path)
        ? { status: 405, body: 'This address takes another method.' }
        : { status: 404, body: 'There is nothing at this address.' };
    }
    const body = await readBody(request);
    if (!body) return { status: 413, body: 'A request may have at most 1 MB.' };
    return route.handle({ headers: request.headers, body });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

/** Undefined if it is too large; the rest is not read then. By events: `for await` takes as long as the signature. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return resolve(undefined);
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('error', reject);
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= largestBody) chunks.push(chunk);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
  });
}

function send(response: ServerResponse, { status, body }: HttpReply): void {
  if (response.destroyed) return;
  const isText = typeof body === 'string';
  const text = body === undefined ? '' : isText ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...(text && { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' }),
    'content-length': Buffer.byteLength(text),
    // What was left unread of a body that is too large must not be taken for the next request.
    ...(status === 413 && { connection: 'close' }),
  });
  response.end(text);
}
