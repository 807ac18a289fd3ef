import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { createServer, request } from '../../../shared/node-http.ts';
import type { TargetGroup } from './target-group.ts';

export interface Listener {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** How long a target may be silent, in real milliseconds: the default of an Application Load Balancer. */
const idleTimeout = 60_000;

/** Headers that are between two neighbours only: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Listens for HTTP on a port of the loopback interface, 0 for a free one, and lets the target group answer, each
 * request another target. A request is never sent twice: what a target breaks is answered with 502.
 */
export async function startListener(group: TargetGroup, port: number): Promise<Listener> {
  const server = createServer((incoming, response) => forward(group, incoming, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(group: TargetGroup, incoming: IncomingMessage, response: ServerResponse): void {
  const visit = group.visit(() => refuse(response, 502));
  if (!visit) {
    refuse(response, 503);
    return;
  }
  response.once('close', visit.leave);
  const outgoing = request({
    host: '127.0.0.1',
    port: visit.port,
    method: incoming.method,
    path: incoming.url,
    headers: forwarded(incoming),
    // A connection kept open may be closed by the target just when the next request takes it.
    agent: false,
    timeout: idleTimeout,
  });
  outgoing.on('response', (answer) => {
    const { statusCode = 0, headers } = answer;
    if (statusCode < 200) {
      refuse(response, 502);
      outgoing.destroy();
      return;
    }
    response.writeHead(statusCode, endToEnd(headers));
    pipeline(answer, response, () => {});
  });
  outgoing.on('timeout', () => {
    refuse(response, 504);
    outgoing.destroy();
  });
  outgoing.on('error', () => refuse(response, 502));
  response.once('close', () => outgoing.destroy());
  // No pipeline here: when the target fails, that would close the connection that takes the 502.
  incoming.pipe(outgoing);
}

function forwarded(incoming: IncomingMessage): OutgoingHttpHeaders {
  const before = incoming.headers['x-forwarded-for'];
  const client = incoming.socket.remoteAddress ?? '127.0.0.1';
  return {
    ...endToEnd(incoming.headers),
    'x-forwarded-for': before === undefined ? client : `${before}, ${client}`,
    'x-forwarded-proto': 'http',
    'x-forwarded-port': String(incoming.socket.localPort),
    connection: 'close',
  };
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.includes(name) && !named.includes(name)),
  );
}

function refuse(response: ServerResponse, status: 502 | 503 | 504): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(`${status} ${texts[status]}\n`);
}

const texts = { 502: 'Bad Gateway', 503: 'Service Temporarily Unavailable', 504: 'Gateway Time-out' };
