import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { isFromAPage } from '../loopback.ts';
import { createDeeds, type Deeds } from './deeds.ts';
import { type Acknowledgement, type Delivery, overHttp, overSocket } from './dispatch.ts';
import { SlackError } from './errors.ts';
import { type Arguments, methods } from './methods.ts';
import { type Block, Workspace, type WorkspaceOptions } from './workspace.ts';

export interface LocalSlack extends Deeds {
  readonly workspace: Workspace;
  /** For `slackApiUrl`, with a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: Secret;
  readonly appToken: Secret;
  readonly signingSecret: Secret;
  close(): Promise<void>;
}

export interface SlackOptions extends Omit<WorkspaceOptions, 'clock'> {
  readonly clock?: Clock;
  /** Where the app listens, when it does not use Socket Mode. */
  readonly requestUrl?: () => string | undefined;
}

/** A local Slack on a free loopback port: Web API, Socket Mode, response URLs, and signed requests to the app. */
export async function startSlack(options: SlackOptions): Promise<LocalSlack> {
  const clock = options.clock ?? systemClock;
  const workspace = new Workspace({ ...options, clock });
  // Not to be guessed by a web page that finds the port.
  const botToken = new Secret(`xoxb-${randomUUID()}`);
  const appToken = new Secret(`xapp-${randomUUID()}`);
  const signingSecret = new Secret(randomUUID());
  const link = `/link/${randomUUID()}`;
  const sockets = new Set<WebSocket>();

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status = 200, body }) => send(response, status, body),
      (error) => send(response, 500, { ok: false, error: messageOf(error) }),
    );
  });
  const socketServer = new WebSocketServer({ server, path: link });
  socketServer.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        connection_info: { app_id: workspace.appId },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage): Promise<{ status?: number; body: unknown }> {
    if (isFromAPage(request)) return { status: 403, body: { ok: false, error: 'not_allowed' } };
    const path = new URL(request.url ?? '/', `http://${host}`).pathname;
    const args = parse(request.headers['content-type'], await readText(request));
    const [, kind, name = ''] = path.split('/');
    if (kind === 'response') return { body: respond(name, args) };
    if (kind !== 'api') return { status: 404, body: { ok: false, error: 'not_found' } };
    try {
      return { body: { ok: true, ...callMethod(name, args, tokenOf(request, args)) } };
    } catch (error) {
      if (error instanceof SlackError) {
        const { message, messages } = error;
        return { body: { ok: false, error: message, response_metadata: { messages } } };
      }
      throw error;
    }
  }

  function callMethod(name: string, args: Arguments, token: string | undefined): Record<string, unknown> {
    if (!token) throw new SlackError('not_authed');
    if (name === 'apps.connections.open') {
      if (token !== appToken.reveal()) throw new SlackError('invalid_auth');
      return { url: `ws://${host}${link}` };
    }
    if (token !== botToken.reveal()) throw new SlackError('invalid_auth');
    const method = methods[name];
    if (!method) throw new SlackError('unknown_method');
    return method(workspace, args);
  }

  function respond(id: string, args: Arguments) {
    const accepted = workspace.respond(id, {
      text: String(args.text ?? ''),
      blocks: (args.blocks ?? []) as Block[],
      inChannel: args.response_type === 'in_channel',
      replaceOriginal: args.replace_original === true || args.replace_original === 'true',
      deleteOriginal: args.delete_original === true || args.delete_original === 'true',
      ...(args.thread_ts ? { thread: String(args.thread_ts) } : {}),
    });
    return accepted ? { ok: true } : { ok: false, error: 'expired_url' };
  }

  async function deliver(delivery: Delivery): Promise<Acknowledgement> {
    const socket = [...sockets].find((s) => s.readyState === s.OPEN);
    if (socket) return await overSocket(socket, delivery, clock);
    const url = options.requestUrl?.();
    if (!url) throw new Error('No app is connected: neither by Socket Mode nor by a request URL.');
    return await overHttp({ url, signingSecret }, delivery, clock);
  }

  const responseUrl = (id: string) => `http://${host}/response/${id}`;
  const deeds = createDeeds({ workspace, deliver, responseUrl, now: () => clock.now() });

  return {
    ...deeds,
    workspace,
    apiUrl: `http://${host}/api/`,
    botToken,
    appToken,
    signingSecret,

    async close() {
      for (const socket of sockets) socket.terminate();
      socketServer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A JSON body, or a form whose structured fields are JSON, as the official client sends them. */
function parse(contentType: string | undefined, body: string): Arguments {
  if (contentType?.startsWith('application/json')) return JSON.parse(body || '{}') as Arguments;
  const fields = [...new URLSearchParams(body)].map(([key, value]) => [
    key,
    /^[[{]/.test(value) && key !== 'text' ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(fields) as Arguments;
}

function tokenOf(request: IncomingMessage, args: Arguments): string | undefined {
  const bearer = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
