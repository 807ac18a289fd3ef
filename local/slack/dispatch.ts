import { createHmac, randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { type Clock, sleep } from '../../shared/clock.ts';
import type { Secret } from '../../shared/secrets/secret.ts';

/** What Slack sends an app: a slash command's form, an interaction or an event. */
export interface Delivery {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** How the app took it. */
export interface Acknowledgement {
  /** From sending to the acknowledgement, in milliseconds. */
  readonly ms: number;
  /** What the app answered in the same breath, if anything. */
  readonly body: unknown;
}

// https://docs.slack.dev/interactivity/handling-user-interaction: an answer is due within three seconds.
const deadline = 3_000;

/** Sends a delivery down an open Socket Mode connection and waits for its acknowledgement. */
export async function overSocket(
  socket: WebSocket,
  delivery: Delivery,
  clock: Clock,
): Promise<Acknowledgement> {
  const envelope = randomUUID();
  const sent = clock.now();
  let listen = (_data: unknown) => {};
  let giveUp = () => {};
  const answered = new Promise<Acknowledgement>((resolve, reject) => {
    listen = (data) => {
      const message = JSON.parse(String(data)) as { envelope_id?: string; payload?: unknown };
      if (message.envelope_id === envelope) resolve({ ms: clock.now() - sent, body: message.payload });
    };
    giveUp = () => reject(new Error('The app hung up before it acknowledged.'));
  });
  socket.on('message', listen);
  socket.on('close', giveUp);
  try {
    socket.send(JSON.stringify({ envelope_id: envelope, accepts_response_payload: true, ...delivery }));
    return await withDeadline(answered, clock);
  } finally {
    socket.off('message', listen);
    socket.off('close', giveUp);
  }
}

/** Posts a delivery to the app's request URL, signed as Slack signs. */
export async function overHttp(
  request: { url: string; signingSecret: Secret },
  delivery: Delivery,
  clock: Clock,
): Promise<Acknowledgement> {
  const isEvent = delivery.type === 'events_api';
  const body = isEvent ? JSON.stringify(delivery.payload) : form(delivery);
  const timestamp = String(Math.floor(clock.now() / 1000));
  const hmac = createHmac('sha256', request.signingSecret.reveal());
  const signature = `v0=${hmac.update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const sent = clock.now();
  const response = await withDeadline(
    fetch(request.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      },
    }),
    clock,
  );
  const answer = await response.text();
  if (!response.ok) throw new Error(`The app answered ${response.status}: ${answer.slice(0, 200)}`);
  return { ms: clock.now() - sent, body: answer === '' ? undefined : answer };
}

/** What the app answered: a text by HTTP, an object by Socket Mode; nothing is an empty object. */
export function jsonOf(body: unknown): object {
  if (typeof body === 'string') return body.trim() === '' ? {} : (JSON.parse(body) as object);
  return typeof body === 'object' && body !== null ? body : {};
}

function form({ type, payload }: Delivery): string {
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  return new URLSearchParams(fields as Record<string, string>).toString();
}

async function withDeadline<T>(work: Promise<T>, clock: Clock): Promise<T> {
  const late = new AbortController();
  const timeout = sleep(clock, deadline, late.signal).then(
    () => Promise.reject(new Error('The app did not acknowledge within 3 s (operation_timeout).')),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
  }
}
