import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Seen {
  /** Such as `StartPipelineExecution` or `PUT /source/app.zip`. */
  readonly call: string;
  readonly request: IncomingMessage;
  readonly body: Buffer;
}

interface Refusal {
  readonly status: number;
  /** The error's code. */
  readonly code: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ProxyHooks {
  /** Before a request goes on; an answer keeps it from going on, `drop` hangs up. */
  before?(seen: Seen): Refusal | 'drop' | undefined | Promise<Refusal | undefined>;
  /** After it was answered, before the answer comes back. */
  after?(seen: Seen): void | Promise<void>;
}

/** Stands between the Action and a server: writes down what is asked for, and gets in its way. */
export async function startProxy(target: string, hooks: ProxyHooks = {}) {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const seen = { call: callOf(request, body), request, body };
    calls.push(seen.call);
    const refusal = await hooks.before?.(seen);
    if (refusal === 'drop') {
      request.socket.destroy();
      return;
    }
    if (refusal) {
      refuse(response, refusal, seen);
      return;
    }
    const { method, headers, url } = request;
    const forward = send(new URL(url ?? '/', target), { method, headers }, async (answer) => {
      const text = await buffer(answer);
      await hooks.after?.(seen);
      response.writeHead(answer.statusCode ?? 500, answer.headers).end(text);
    });
    forward.on('error', () => response.destroy());
    forward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

function refuse(response: ServerResponse, refusal: Refusal, { request }: Seen): void {
  const { status, code, message = 'Refused by a test.', headers } = refusal;
  if (request.headers['x-amz-target']) {
    const type = 'application/x-amz-json-1.1';
    response.writeHead(status, { 'content-type': type, 'x-amzn-errortype': code, ...headers });
    response.end(JSON.stringify({ __type: code, message }));
  } else {
    response.writeHead(status, { 'content-type': 'application/xml', ...headers });
    response.end(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
  }
}

function callOf({ method, url = '/', headers }: IncomingMessage, body: Buffer): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? target;
  const { pathname } = new URL(url, 'http://aws');
  const action = pathname === '/' && /(?:^|&)Action=(\w+)/.exec(body.toString('latin1'))?.[1];
  return action || `${method} ${pathname}`;
}
