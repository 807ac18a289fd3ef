import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';
import { messageOf } from '../../shared/errors.ts';

/** What the page shows and what can be done from it; the embedded world gives it. */
export interface ConsoleBackend {
  /** Everything the page shows, for one person of the workspace. */
  state(viewer: string): Promise<unknown>;
  act(deed: Deed): Promise<void>;
  /** Calls the listener when there is something new to show; the result stops it. */
  onChange(listener: () => void): () => void;
}

const deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), as: z.string(), text: z.string().max(3000) }),
  z.strictObject({ kind: z.literal('press'), as: z.string(), label: z.string(), ts: z.string().optional() }),
  z.strictObject({ kind: z.literal('dismiss'), as: z.string() }),
  z.strictObject({ kind: z.literal('submit'), as: z.string(), words: z.string().max(3000).optional() }),
  z.strictObject({ kind: z.literal('home'), as: z.string() }),
  z.strictObject({
    kind: z.literal('comment'),
    as: z.string(),
    number: z.number(),
    body: z.string().min(1).max(65_536),
  }),
  z.strictObject({ kind: z.literal('push'), broken: z.boolean() }),
]);
export type Deed = z.infer<typeof deed>;

export interface Console {
  readonly url: string;
  close(): Promise<void>;
}

const pages: Readonly<Record<string, { file: string; type: string }>> = {
  '/': { file: 'page.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/blocks.js': { file: 'blocks.js', type: 'text/javascript; charset=utf-8' },
  '/element.js': { file: 'element.js', type: 'text/javascript; charset=utf-8' },
  '/modal.js': { file: 'modal.js', type: 'text/javascript; charset=utf-8' },
  '/slack.css': { file: 'slack.css', type: 'text/css; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};

/** The web page of the embedded world, on the loopback interface only. */
export async function startConsole(backend: ConsoleBackend, port = 0): Promise<Console> {
  const streams = new Set<ServerResponse>();
  const stopListening = backend.onChange(() => {
    for (const stream of streams) stream.write('data: changed\n\n');
  });
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => reply(response, 400, { error: messageOf(error) }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurs(request)) return reply(response, 403, { error: 'This page answers only to itself.' });
    const url = new URL(request.url ?? '/', `http://${address}`);
    const page = pages[url.pathname];
    if (request.method === 'GET' && page) {
      response.writeHead(200, { 'content-type': page.type, 'content-security-policy': "default-src 'self'" });
      response.end(await readFile(join(import.meta.dirname, page.file)));
    } else if (request.method === 'GET' && url.pathname === '/state') {
      reply(response, 200, await backend.state(url.searchParams.get('as') ?? ''));
    } else if (request.method === 'GET' && url.pathname === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('data: changed\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else if (request.method === 'POST' && url.pathname === '/do') {
      await backend.act(deed.parse(JSON.parse(await readText(request))));
      reply(response, 200, {});
    } else {
      reply(response, 404, { error: 'There is nothing here.' });
    }
  }

  /** Another site's page may send requests here, or name this address as its own host: both are turned away. */
  function isOurs({ headers }: IncomingMessage): boolean {
    const hosts = [address, address.replace('127.0.0.1', 'localhost')];
    if (!hosts.includes(headers.host ?? '')) return false;
    return headers.origin === undefined || hosts.includes(headers.origin.replace('http://', ''));
  }

  return {
    url: `http://${address}/`,
    async close() {
      stopListening();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
