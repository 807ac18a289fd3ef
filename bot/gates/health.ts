import { messageOf } from '../../shared/errors.ts';
import type { HttpReply, HttpRoute } from '../http.ts';
import type { SlackClient } from '../slack.ts';
import type { Store } from '../store/store.ts';

/** `/healthz`: the process answers. `/readyz`: it can do its work, the store and Slack answer too. */
export function healthRoutes({
  store,
  slack,
}: {
  store: Store;
  slack: SlackClient | undefined;
}): HttpRoute[] {
  async function ready(): Promise<HttpReply> {
    try {
      await store.outbox.nextAt();
      await slack?.identity();
      return { status: 200, body: 'Ready.' };
    } catch (error) {
      return { status: 503, body: `Not ready: ${messageOf(error)}.` };
    }
  }
  return [
    { method: 'GET', path: '/healthz', handle: () => ({ status: 200, body: 'Up.' }) },
    { method: 'GET', path: '/readyz', handle: ready },
  ];
}
