import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Scripted {
  readonly url: string;
  /** `METHOD /path body` of every request, in order. */
  readonly requests: string[];
  /** What the next requests get, in turn; the last one again and again. */
  answers: { status?: number; headers?: Record<string, string>; body?: unknown }[];
  close(): Promise<void>;
}

/** A server that answers as a test tells it to: for what no well-behaved stand-in answers. */
export async function startScripted(): Promise<Scripted> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url} ${await text(request)}`);
    const answer = scripted.answers.length > 1 ? scripted.answers.shift() : scripted.answers[0];
    const { status = 200, headers = {}, body = { ok: true } } = answer ?? {};
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scripted: Scripted = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers: [],
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return scripted;
}
