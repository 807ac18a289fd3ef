import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { notFound, type Route, route } from './routes.ts';

/** One attempt to deliver a webhook. https://docs.github.com/en/rest/apps/webhooks#list-deliveries-for-an-app-webhook */
interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly redelivery: boolean;
  /** Seconds. */
  readonly duration: number;
  readonly status: string;
  /** 0 where no answer came. */
  readonly status_code: number;
  readonly event: string;
  readonly action: string;
  readonly installation_id: number;
  readonly repository_id: number | null;
  readonly throttled_at: null;
}

interface Webhook {
  readonly event: string;
  readonly action: string;
  readonly installation: number;
  readonly repository?: number;
  readonly body: string;
}

export interface Webhooks {
  /** Delivers once. As with GitHub, that it could not be is no error of who caused it: the list of deliveries tells. */
  send(hook: Webhook): Promise<void>;
  /** Resolves when no redelivery is under way. */
  settled(): Promise<void>;
  /** For the app only: the list of deliveries, and asking for one again. */
  readonly routes: readonly Route[];
}

/** https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks#respond-within-10-seconds */
const patience = 10_000;

/** Signed webhooks to one receiver; nothing is sent while there is none. */
export function createWebhooks(to: {
  readonly url: () => string | undefined;
  readonly secret: Secret;
  readonly clock: Clock;
}): Webhooks {
  const { clock } = to;
  /** Newest first. */
  const deliveries: Delivery[] = [];
  const hooks = new Map<string, Webhook>();
  const underWay = new Set<Promise<void>>();

  async function deliver(guid: string, { event, body, ...hook }: Webhook, redelivery: boolean) {
    const url = to.url();
    if (!url) return;
    const at = clock.now();
    const status = await post(url, {
      body,
      'x-github-event': event,
      'x-github-delivery': guid,
      'x-hub-signature-256': `sha256=${createHmac('sha256', to.secret.reveal()).update(body).digest('hex')}`,
    });
    deliveries.unshift({
      id: deliveries.length + 1,
      guid,
      delivered_at: new Date(at).toISOString(),
      redelivery,
      duration: (clock.now() - at) / 1000,
      ...status,
      event,
      action: hook.action,
      installation_id: hook.installation,
      repository_id: hook.repository ?? null,
      throttled_at: null,
    });
  }

  return {
    async send(hook) {
      const guid = randomUUID();
      hooks.set(guid, hook);
      await deliver(guid, hook, false);
    },

    async settled() {
      await Promise.all(underWay);
    },

    routes: [
      route('GET', '/app/hook/deliveries', ({ caller, query }, _forge, { api }) => {
        if (caller.kind !== 'app') return notApp;
        const size = Math.min(Math.max(Number(query.get('per_page') ?? 30) || 30, 1), 100);
        // The cursor is the id to go on below.
        const below = Number(query.get('cursor') ?? Number.POSITIVE_INFINITY);
        const rest = deliveries.filter(({ id }) => id < below);
        const page = rest.slice(0, size);
        const next = `${api}/app/hook/deliveries?per_page=${size}&cursor=${page.at(-1)?.id}`;
        return { body: page, ...(rest.length > size && { headers: { link: `<${next}>; rel="next"` } }) };
      }),

      route('POST', '/app/hook/deliveries/:id/attempts', ({ caller, params }) => {
        if (caller.kind !== 'app') return notApp;
        const delivery = deliveries.find(({ id }) => id === Number(params.id));
        if (!delivery) return notFound;
        const sent = deliver(delivery.guid, hooks.get(delivery.guid)!, true).finally(() =>
          underWay.delete(sent),
        );
        underWay.add(sent);
        return { status: 202, body: {} };
      }),
    ],
  };
}

const notApp = { status: 401, body: { message: 'A JSON web token could not be decoded' } };

async function post(
  url: string,
  { body, ...headers }: Record<string, string>,
): Promise<Pick<Delivery, 'status' | 'status_code'>> {
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(patience),
    });
    return { status: ok ? 'OK' : `Invalid HTTP Response: ${status}`, status_code: status };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { status: isLate ? 'timed out' : 'failed to connect to host', status_code: 0 };
  }
}
