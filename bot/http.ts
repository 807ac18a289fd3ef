import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../shared/clock.ts';
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
  /** Takes no more requests, and lets those under way end, for five seconds at most. */
  close(): Promise<void>;
}

const largestBody = 1024 * 1024;

/**
 * All bodies together that are being read or worked on, more than Slack, GitHub and AWS ever send at once. Whose a body
 * is shows only at its end, so anybody could fill the memory.
 */
const mostHeld = 64 * 1024 * 1024;

/** What a piece of a body takes beside its bytes: somebody may send it byte by byte. Measured with Node 24. */
const perPiece = 256;

/** Each may take 35 KB beside its body, most of it for the head. */
const mostConnections = 2_000;

/** A client that sends its head or its body drop by drop is cut off after these. Unless told Node looks every 30 s. */
const limits = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** Once a server closes, Node looks after `limits` no more. Half of the ten seconds that `docker stop` gives. */
const lastWait = 5_000;

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
  clock?: Clock;
  connections?: number;
}): Promise<HttpServer> {
  const { host, port, log, clock = systemClock, connections = mostConnections } = options;
  const routes = new Map(options.routes.map((route) => [`${route.method} ${route.path}`, route]));
  const paths = new Set(options.routes.map(({ path }) => path));
  let held = 0;

  const server = createServer({ ...limits, keepAliveTimeout }, (request, response) => {
    answer(request)
      .catch((error): HttpReply => {
        if (error instanceof UserError) return { status: 400, body: error.message };
        log.error({ path: request.url?.split('?')[0], error: messageOf(error) }, 'A request failed');
        return { status: 500, body: 'Something went wrong here. Please try again.' };
      })
      .then((reply) => send(response, reply, { isLast: !server.listening }));
  });
  server.maxConnections = connections;
  // One too many is dropped; those that only wait for what may come make room for the next.
  server.on('drop', () => server.closeIdleConnections());

  async function answer(request: IncomingMessage): Promise<HttpReply> {
    const path = request.url?.split('?')[0] ?? '/';
    const route = routes.get(`${request.method} ${path}`);
    if (!route) {
      request.resume();
      return paths.has(path)
        ? { status: 405, body: 'This address takes another method.' }
        : { status: 404, body: 'There is nothing at this address.' };
    }
    let size = 0;
    const hold = (bytes: number) => {
      size += bytes;
      held += bytes;
      return held <= mostHeld;
    };
    try {
      const body = await readBody(request, hold);
      return Buffer.isBuffer(body) ? await route.handle({ headers: request.headers, body }) : body;
    } finally {
      held -= size;
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    close: () =>
      new Promise((resolve, reject) => {
        const stopWaiting = clock.after(lastWait, () => server.closeAllConnections());
        server.close((error) => {
          stopWaiting();
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

/** What the operator can mend, in one sentence. */
function listenFault(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use: stop what listens there, or choose another with PORT.`,
    EACCES: `Port ${port} is not open to this user: choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    ENOTFOUND: `HOST ${host} is not known.`,
    EAI_AGAIN: `HOST ${host} is not known now.`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence ? new UserError(sentence, { cause: error }) : error;
}

const tooLarge: HttpReply = { status: 413, body: 'A request may have at most 1 MB.' };
const tooMuch: HttpReply = { status: 503, body: 'Too much is sent at once. Please try again.' };

/**
 * The body, or why it is not taken; the rest is not read then. `hold` is told of every piece, and says whether there is
 * room for it. By events: `for await` takes as long as the signature.
 */
function readBody(request: IncomingMessage, hold: (bytes: number) => boolean): Promise<Buffer | HttpReply> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return resolve(tooLarge);
    const pieces: Buffer[] = [];
    let length = 0;
    function take(piece: Buffer): void {
      length += piece.length;
      if (length > largestBody) refuse(tooLarge);
      else if (hold(piece.length + perPiece)) pieces.push(piece);
      else refuse(tooMuch);
    }
    function refuse(reply: HttpReply): void {
      request.off('data', take).pause();
      resolve(reply);
    }
    request.on('error', reject);
    request.on('data', take);
    request.on('end', () => resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)));
  });
}

function send(response: ServerResponse, { status, body }: HttpReply, { isLast }: { isLast: boolean }): void {
  if (response.destroyed) return;
  const isText = typeof body === 'string';
  const text = body === undefined ? '' : isText ? body : JSON.stringify(body);
  // What was left unread of a body that is not taken must not be read as the next request.
  const isUnread = status === tooLarge.status || status === tooMuch.status;
  response.writeHead(status, {
    ...(text && { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' }),
    'content-length': Buffer.byteLength(text),
    ...((isLast || isUnread) && { connection: 'close' }),
  });
  response.end(text);
}
