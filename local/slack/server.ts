import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { isFromAPage } from '../loopback.ts';
import { type Acknowledgement, type Delivery, overHttp, overSocket } from './dispatch.ts';
import { type Arguments, methods, render, SlackError } from './methods.ts';
import { type Block, type Element, Workspace, type WorkspaceOptions } from './workspace.ts';

export interface LocalSlack {
  readonly workspace: Workspace;
  /** For `slackApiUrl`, with a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: Secret;
  readonly appToken: Secret;
  readonly signingSecret: Secret;
  /** Types a slash command as somebody, and hands it to the app as Slack would. */
  command(typed: { user: string; channel: string; command: string; text: string }): Promise<Acknowledgement>;
  /**
   * Presses a button, found by its label: on the message `ts`, else on the newest one in the channel that shows it
   * to this person.
   */
  press(pressed: { user: string; channel: string; label: string; ts?: string }): Promise<Acknowledgement>;
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
      if (error instanceof SlackError) return { body: { ok: false, error: error.message } };
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

  function common(user: string, channel: string) {
    const { name } = workspace.users.get(user) ?? { name: user };
    const channelName = workspace.channels.get(channel)?.name ?? channel;
    return { team: workspace.team, user, name, channel, channelName, trigger: workspace.newTrigger(user) };
  }

  return {
    workspace,
    apiUrl: `http://${host}/api/`,
    botToken,
    appToken,
    signingSecret,

    command({ user, channel, command, text }) {
      const c = common(user, channel);
      const payload = {
        token: 'legacy',
        team_id: c.team,
        team_domain: 'local',
        channel_id: channel,
        channel_name: c.channelName,
        user_id: user,
        user_name: c.name,
        command,
        text,
        api_app_id: workspace.appId,
        is_enterprise_install: 'false',
        response_url: `http://${host}/response/${workspace.newResponse(user, channel)}`,
        trigger_id: c.trigger,
      };
      return deliver({ type: 'slash_commands', payload });
    },

    press({ user, channel, label, ts }) {
      const found = workspace
        .seenBy(user, channel)
        .filter((message) => ts === undefined || message.ts === ts)
        .flatMap((message) => buttonsOf(message.blocks).map((button) => ({ message, ...button })))
        .findLast(({ element }) => element.text?.text === label);
      if (!found) throw new Error(`${user} sees no button “${label}” in ${channel}.`);
      const { message, element, block } = found;
      const c = common(user, channel);
      const payload = {
        type: 'block_actions',
        user: { id: user, username: c.name, name: c.name, team_id: c.team },
        api_app_id: workspace.appId,
        token: 'legacy',
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel,
          is_ephemeral: message.visibleTo !== undefined,
          ...(message.thread ? { thread_ts: message.thread } : {}),
        },
        trigger_id: c.trigger,
        team: { id: c.team, domain: 'local' },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: channel, name: c.channelName },
        message: render(message),
        state: { values: {} },
        response_url: `http://${host}/response/${workspace.newResponse(user, channel, message.ts)}`,
        actions: [{ ...element, block_id: block.block_id ?? 'b', action_ts: String(clock.now() / 1000) }],
      };
      return deliver({ type: 'interactive', payload });
    },

    async close() {
      for (const socket of sockets) socket.terminate();
      socketServer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function buttonsOf(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap((block) =>
    [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])]
      .filter((element) => element.type === 'button')
      .map((element) => ({ block, element })),
  );
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
